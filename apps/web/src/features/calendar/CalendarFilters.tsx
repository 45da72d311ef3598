import { activityStatuses } from '@concert/domain/activity'
import { activityKinds, pillars } from '@concert/domain/codelists'
import { inLocale } from '@concert/domain/locales'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { PlaceFilter } from '../../coordination/PlaceFilter.tsx'
import { useCodeName } from '../../coordination/use-activity-words.ts'
import { useReader } from '../../locale.tsx'
import { trpc } from '../../trpc.ts'
import { FilterBar } from '../../ui/FilterBar.tsx'
import { MultiSelect } from '../../ui/MultiSelect.tsx'
import type { CalendarSearch } from './search.ts'

interface CalendarFiltersProps {
  search: CalendarSearch
  onChange: (change: Partial<CalendarSearch>) => void
  onClear: () => void
}

/** Whose work, where, which pillar, kind and status. */
export function CalendarFilters({ search, onChange, onClear }: CalendarFiltersProps) {
  const t = useTranslations('activities')
  const tCalendar = useTranslations('calendar')
  const codeName = useCodeName()
  const reader = useReader()
  const { data: agencies } = useSuspenseQuery(trpc.agencies.options.queryOptions())
  const { agency, place, pillar, kind, status } = search
  const active = [agency, place, pillar, kind, status].filter((one) => one !== undefined).length
  const some = <Code extends string>(codes: readonly Code[], ids: readonly string[]) => {
    const chosen = codes.filter((code) => ids.includes(code))
    return chosen.length > 0 ? chosen : undefined
  }
  return (
    <FilterBar active={active} onClear={onClear}>
      <MultiSelect
        label={t('list.agency')}
        value={agency ?? []}
        onChange={(ids) => onChange({ agency: ids.length > 0 ? ids : undefined })}
        options={agencies.map(({ slug, acronym, names }) => ({
          id: slug,
          name: acronym,
          description: inLocale(names, reader),
        }))}
      />
      <PlaceFilter label={t('list.place')} value={place ?? null} onChange={(code) => onChange({ place: code })} />
      <MultiSelect
        label={t('fields.pillars')}
        value={pillar ?? []}
        onChange={(ids) => onChange({ pillar: some(pillars, ids) })}
        options={pillars.map((id) => ({ id, name: codeName('pillars', id) }))}
      />
      <MultiSelect
        label={t('fields.kind')}
        value={kind ?? []}
        onChange={(ids) => onChange({ kind: some(activityKinds, ids) })}
        options={activityKinds.map((id) => ({ id, name: codeName('activityKinds', id) }))}
      />
      <MultiSelect
        label={t('fields.status')}
        description={tCalendar('defaultStatus')}
        value={status ?? []}
        onChange={(ids) => onChange({ status: some(activityStatuses, ids) })}
        options={activityStatuses.map((id) => ({ id, name: t(`statuses.${id}`) }))}
      />
    </FilterBar>
  )
}
