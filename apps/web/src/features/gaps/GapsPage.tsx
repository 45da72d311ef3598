import {
  type CoverageMark,
  type CoverageMatrix,
  type CoverageRow,
  coverageCodes,
  coverageDimensions,
  coverageRows,
  coverageStatuses,
  defaultDimension,
  defaultRows,
  markOf,
  overlapFrom,
} from '@concert/domain/coverage'
import { inLocale } from '@concert/domain/locales'
import { formatInstant } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { download, toCsv } from '../../charts/csv.ts'
import { CoordinationNavigation } from '../../coordination/CoordinationNavigation.tsx'
import { PeriodFilter } from '../../coordination/PeriodFilter.tsx'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterBar } from '../../ui/FilterBar.tsx'
import { Page } from '../../ui/Page.tsx'
import { Select } from '../../ui/Select.tsx'
import { CoverageTable } from './CoverageTable.tsx'
import { Legend } from './Legend.tsx'
import { type GapSearch, onlyRows } from './search.ts'
import { useColumnName } from './use-column-name.ts'

const route = getRouteApi(paths.gaps)

/** Country or region × pillar, kind or form of exploitation: where nobody works, and where several may do the same. */
export function GapsPage() {
  const t = useTranslations('gaps')
  const reader = useReader()
  const columnName = useColumnName()
  const search: GapSearch = route.useSearch()
  const { only, ...filter } = search
  const { data: matrix } = useSuspenseQuery(trpc.gaps.matrix.queryOptions(filter))
  const rows = matrix.rows.filter((row) => isShown(row, only))
  const isOfPeriod = filter.from !== undefined || filter.until !== undefined
  const footnoted = rows.some(({ place }) => place.footnote)
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      above={<CoordinationNavigation />}
      actions={<Button onClick={() => saveCsv({ ...matrix, rows })}>{t('csv')}</Button>}
    >
      <GapFilters search={search} found={t('found', { count: rows.length })} />
      <Legend />
      {rows.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneLead')}</EmptyState>
      ) : (
        <CoverageTable matrix={matrix} rows={rows} filter={filter} />
      )}
      <div className="mt-4 flex max-w-3xl flex-col gap-1 text-sm text-ink-soft">
        <p>{t('foot')}</p>
        {isOfPeriod && <p>{t('footPeriod')}</p>}
        <p>{t('footAsked')}</p>
        <p>{t('asOf', { instant: formatInstant(reader, matrix.asOf) })}</p>
        {footnoted && <Footnote />}
      </div>
    </Page>
  )

  function saveCsv({ by, rows: shown, everywhere }: CoverageMatrix): void {
    const columns = [t('whole'), ...coverageCodes[by].map((code) => columnName(by, code))]
    const header = [
      t('place'),
      t('code'),
      ...columns.flatMap((name) => [
        `${name}: ${t('activities')}`,
        `${name}: ${t('agencies')}`,
        `${name}: ${t('unanswered')}`,
      ]),
    ]
    const lines = [...shown, everywhere].map(({ place, whole, cells }) => [
      inLocale(place.names, reader) + (place.footnote ? '*' : ''),
      place.iso3 ?? place.code,
      ...[whole, ...cells].flatMap(({ activities, agencies, unanswered }) => [activities, agencies, unanswered]),
    ])
    const period = [filter.from, filter.until].filter((day) => day !== undefined).join('-to-')
    download(`coverage-by-${by}${period && `-${period}`}.csv`, 'text/csv', toCsv(header, lines))
  }
}

function Footnote() {
  const t = useTranslations('places.footnote')
  return <p>* {t('scr_1244')}</p>
}

/** Where a State asked and got nobody is a gap as well. */
const marksShown = { asked: ['asked'], gaps: ['nobody', 'asked'], overlaps: ['overlap'] } as const

function isShown({ whole, cells }: CoverageRow, only: GapSearch['only']): boolean {
  if (only === undefined) return true
  const wanted: readonly CoverageMark[] = marksShown[only]
  return cells.some((cell) => wanted.includes(markOf(cell))) || (only === 'asked' && markOf(whole) === 'asked')
}

function GapFilters({ search, found }: { search: GapSearch; found: string }) {
  const t = useTranslations('gaps')
  const reader = useReader()
  const navigate = route.useNavigate()
  const { data: places } = useSuspenseQuery(trpc.places.list.queryOptions({ locale: reader }))
  const change = (changed: Partial<GapSearch>) =>
    navigate({ search: (now) => ({ ...now, ...changed }), replace: true, resetScroll: false })
  const { by, rows, within, status, only, from, until } = search
  const active = [by, rows, within, status, only, from, until].filter((one) => one !== undefined)
  const statuses = coverageStatuses(search)
  return (
    <FilterBar active={active.length} onClear={() => navigate({ search: {}, replace: true })} result={found}>
      <Select
        label={t('by')}
        value={search.by ?? defaultDimension}
        onChange={(id) => change({ by: coverageDimensions.find((one) => one === id && one !== defaultDimension) })}
        options={coverageDimensions.map((id) => ({ id, name: t(`dimensions.${id}`) }))}
      />
      <Select
        label={t('rows')}
        value={search.rows ?? defaultRows}
        onChange={(id) => change({ rows: coverageRows.find((one) => one === id && one !== defaultRows) })}
        options={coverageRows.map((id) => ({ id, name: t(`levels.${id}`) }))}
      />
      <ComboBox
        label={t('within')}
        value={search.within ?? null}
        onChange={(code) => change({ within: code ?? undefined })}
        options={places
          .filter(({ level }) => level === 'region' || level === 'subregion')
          .map(({ code, name }) => ({ id: code, name }))}
      />
      <Select
        label={t('status')}
        value={search.status ?? null}
        onChange={(id) => change({ status: statuses.find((one) => one === id) })}
        emptyOption={t(statuses.length > 2 ? 'statuses.all' : 'statuses.both')}
        options={statuses.map((id) => ({ id, name: t(`statuses.${id}`) }))}
      />
      <Select
        label={t('only')}
        value={search.only ?? null}
        onChange={(id) => change({ only: onlyRows.find((one) => one === id) })}
        emptyOption={t('onlyAll')}
        options={onlyRows.map((id) => ({ id, name: t(`onlyRows.${id}`, { from: overlapFrom }) }))}
      />
      <PeriodFilter
        labels={{ from: t('from'), until: t('until') }}
        from={search.from}
        until={search.until}
        onChange={change}
      />
    </FilterBar>
  )
}
