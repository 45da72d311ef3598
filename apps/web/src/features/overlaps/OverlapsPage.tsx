import { overlapStates } from '@concert/domain/overlap-verdict'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { useTranslations } from 'use-intl/react'
import { CoordinationNavigation } from '../../coordination/CoordinationNavigation.tsx'
import { OverlapTable } from '../../coordination/OverlapTable.tsx'
import { ButtonLink } from '../../layout/links.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterBar } from '../../ui/FilterBar.tsx'
import { Page } from '../../ui/Page.tsx'
import { Pagination } from '../../ui/Pagination.tsx'
import { Select } from '../../ui/Select.tsx'
import type { OverlapSearch } from './search.ts'

/** Every pair of the log that may be the same work: those that wait, and those on which somebody decided. */
export function OverlapsPage() {
  const t = useTranslations('overlaps')
  const search = useSearch({ from: paths.overlaps })
  const navigate = useNavigate({ from: paths.overlaps })
  const { data: list } = useSuspenseQuery(trpc.overlaps.list.queryOptions(filterOf(useDeferredValue(search))))
  const change = (next: Partial<OverlapSearch>) =>
    navigate({ search: (now) => ({ ...now, page: undefined, ...next }), replace: true, resetScroll: false })
  return (
    <Page title={t('title')} lead={t('lead')} above={<CoordinationNavigation />}>
      <div>
        <OverlapFilters search={search} total={list.total} onChange={change} />
        <OverlapTable
          pairs={list.rows}
          empty={
            <EmptyState
              title={t('list.empty')}
              action={<ButtonLink to={paths.newActivity}>{t('list.emptyAction')}</ButtonLink>}
            >
              {t('list.emptyLead')}
            </EmptyState>
          }
        />
        <Pagination
          page={list.page}
          pageSize={list.pageSize}
          total={list.total}
          onPage={(page) => navigate({ search: (now) => ({ ...now, page: page === 1 ? undefined : page }) })}
        />
      </div>
    </Page>
  )
}

interface OverlapFiltersProps {
  search: OverlapSearch
  total: number
  onChange: (change: Partial<OverlapSearch>) => void
}

function OverlapFilters({ search, total, onChange }: OverlapFiltersProps) {
  const t = useTranslations('overlaps')
  const reader = useReader()
  const { data: agencies } = useSuspenseQuery(trpc.agencies.options.queryOptions())
  const { data: places } = useSuspenseQuery(trpc.places.list.queryOptions({ locale: reader }))
  const options = agencies.map(({ slug, acronym }) => ({ id: slug, name: acronym }))
  const { state, agency, other, place } = search
  return (
    <FilterBar
      active={[state, agency, other, place].filter((value) => value !== undefined).length}
      onClear={() => onChange({ state: undefined, agency: undefined, other: undefined, place: undefined })}
      result={t('list.found', { count: total })}
    >
      <Select
        label={t('list.state')}
        value={state ?? 'open'}
        options={overlapStates.map((id) => ({ id, name: t(`states.${id}`) }))}
        onChange={(id) => onChange({ state: id === 'settled' ? 'settled' : undefined })}
      />
      <ComboBox
        label={t('list.agency')}
        value={agency ?? null}
        options={options}
        placeholder={t('list.anyAgency')}
        onChange={(id) => onChange({ agency: id ?? undefined })}
      />
      <ComboBox
        label={t('list.other')}
        value={other ?? null}
        options={options.filter(({ id }) => id !== agency)}
        placeholder={t('list.anyAgency')}
        onChange={(id) => onChange({ other: id ?? undefined })}
      />
      <ComboBox
        label={t('list.place')}
        value={place ?? null}
        options={places.map(({ code, name }) => ({ id: code, name }))}
        onChange={(id) => onChange({ place: id ?? undefined })}
      />
    </FilterBar>
  )
}

function filterOf({ state, agency, other, place, page }: OverlapSearch) {
  return { state, agency: [agency, other].filter((slug) => slug !== undefined), place, page }
}
