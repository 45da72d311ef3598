import { activityStatuses, paragraphNumbers, relevances, visibilities } from '@concert/domain/activity'
import { activitySorts, narrowedBy } from '@concert/domain/activity-filter'
import {
  activityKinds,
  activityLevels,
  activityTags,
  audiences,
  type Codelist,
  exploitationForms,
  pillars,
  sdgTargets,
} from '@concert/domain/codelists'
import { inLocale } from '@concert/domain/locales'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { PeriodFilter } from '../../coordination/PeriodFilter.tsx'
import { PlaceFilter } from '../../coordination/PlaceFilter.tsx'
import { useCodeName } from '../../coordination/use-activity-words.ts'
import { useReader } from '../../locale.tsx'
import { trpc } from '../../trpc.ts'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { FilterBar } from '../../ui/FilterBar.tsx'
import { MultiSelect } from '../../ui/MultiSelect.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { ActivitySearch } from './search.ts'

interface ActivityFiltersProps {
  search: ActivitySearch
  onChange: (change: Partial<ActivitySearch>) => void
  onClear: () => void
  found: string
  isMember: boolean
}

const firstYear = 2010
const years = Array.from({ length: new Date().getFullYear() + 2 - firstYear }, (_, n) => String(firstYear + n))
const rare = [
  'workFrom',
  'workUntil',
  'form',
  'audience',
  'tag',
  'sdg',
  'level',
  'paragraph',
  'visibility',
  'relevance',
] as const

/** Every filter of the log. What is chosen stands under its field as a chip that can be taken away. */
export function ActivityFilters({
  search: inAddress,
  onChange: onAddress,
  onClear,
  found,
  isMember,
}: ActivityFiltersProps) {
  const t = useTranslations('activities')
  const codeName = useCodeName()
  const reader = useReader()
  const { data: agencies } = useSuspenseQuery(trpc.agencies.options.queryOptions())
  // A field shows a choice at once; the address follows when its rows are here.
  const [search, setSearch] = useState(inAddress)
  const [followed, setFollowed] = useState(inAddress)
  if (inAddress !== followed) {
    setFollowed(inAddress)
    setSearch(inAddress)
  }
  const onChange = useCallback(
    (change: Partial<ActivitySearch>) => {
      setSearch((now) => ({ ...now, ...change }))
      onAddress(change)
    },
    [onAddress],
  )

  type Many = 'pillar' | 'kind' | 'form' | 'audience' | 'tag' | 'sdg' | 'level'
  const coded = (field: Many, label: string, list: Codelist, codes: readonly string[]) => (
    <MultiSelect
      label={label}
      value={search[field] ?? []}
      onChange={(ids) => onChange({ [field]: ids.length > 0 ? ids : undefined })}
      options={codes.map((id) => ({ id, name: codeName(list, id) }))}
    />
  )
  const some = (ids: string[]) => (ids.length > 0 ? ids : undefined)

  return (
    <FilterBar active={narrowedBy(search).length} onClear={onClear} result={found}>
      <WordsFilter value={search.q ?? ''} onChange={(q) => onChange({ q: q || undefined })} />
      <PlaceFilter label={t('list.place')} value={search.place ?? null} onChange={(place) => onChange({ place })} />
      <MultiSelect
        label={t('list.agency')}
        value={search.agency ?? []}
        onChange={(ids) => onChange({ agency: some(ids) })}
        options={agencies.map(({ slug, acronym, names }) => ({
          id: slug,
          name: acronym,
          description: inLocale(names, reader),
        }))}
      />
      {coded('pillar', t('fields.pillars'), 'pillars', pillars)}
      {coded('kind', t('fields.kind'), 'activityKinds', activityKinds)}
      <MultiSelect
        label={t('fields.status')}
        value={search.status ?? []}
        onChange={(ids) => onChange({ status: some(ids) as ActivitySearch['status'] })}
        options={activityStatuses.map((id) => ({ id, name: t(`statuses.${id}`) }))}
      />
      <ComboBox
        label={t('list.year')}
        value={search.year === undefined ? null : String(search.year)}
        onChange={(year) => onChange({ year: year === null ? undefined : Number(year) })}
        options={years.toReversed().map((year) => ({ id: year, name: year }))}
      />
      <Select
        label={t('list.sort')}
        value={search.sort ?? 'newest'}
        onChange={(sort) => onChange({ sort: activitySorts.find((one) => one === sort && one !== 'newest') })}
        options={activitySorts.map((id) => ({ id, name: t(`sorts.${id}`) }))}
      />
      <div className="sm:col-span-2 lg:col-span-4">
        <Disclosure title={t('list.more')} isOpen={rare.some((field) => search[field] !== undefined)}>
          <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-4">
            <PeriodFilter
              labels={{ from: t('list.workFrom'), until: t('list.workUntil') }}
              from={search.workFrom}
              until={search.workUntil}
              onChange={(changed) =>
                onChange({
                  ...('from' in changed && { workFrom: changed.from }),
                  ...('until' in changed && { workUntil: changed.until }),
                })
              }
            />
            {coded('form', t('fields.forms'), 'exploitationForms', exploitationForms)}
            {coded('audience', t('fields.audiences'), 'audiences', audiences)}
            {coded('tag', t('fields.tags'), 'activityTags', activityTags)}
            {coded('sdg', t('fields.sdgTargets'), 'sdgTargets', sdgTargets)}
            {coded('level', t('fields.level'), 'activityLevels', activityLevels)}
            <MultiSelect
              label={t('fields.paragraphs')}
              value={search.paragraph ?? []}
              onChange={(ids) => onChange({ paragraph: some(ids) })}
              options={paragraphNumbers.map((id) => ({ id, name: t('list.paragraph', { number: id }) }))}
            />
            {isMember && (
              <MultiSelect
                label={t('list.visibility')}
                value={search.visibility ?? []}
                onChange={(ids) => onChange({ visibility: some(ids) as ActivitySearch['visibility'] })}
                options={visibilities.map((id) => ({ id, name: t(`visibilities.${id}`) }))}
              />
            )}
            {isMember && (
              <MultiSelect
                label={t('list.relevance')}
                value={search.relevance ?? []}
                onChange={(ids) => onChange({ relevance: some(ids) as ActivitySearch['relevance'] })}
                options={relevances.map((id) => ({ id, name: t(`relevances.${id}`) }))}
              />
            )}
          </div>
        </Disclosure>
      </div>
    </FilterBar>
  )
}

const typingPause = 350

function WordsFilter({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const t = useTranslations('activities.list')
  const [typed, setTyped] = useState(value)
  const [sent, setSent] = useState(value)
  if (value !== sent) {
    setSent(value)
    setTyped(value)
  }
  useEffect(() => {
    if (typed.trim() === sent) return
    const timer = setTimeout(() => {
      setSent(typed.trim())
      onChange(typed.trim())
    }, typingPause)
    return () => clearTimeout(timer)
  }, [typed, sent, onChange])
  return <TextField label={t('search')} type="search" value={typed} onChange={setTyped} maxLength={200} />
}
