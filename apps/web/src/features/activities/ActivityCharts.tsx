import type { ActivityCounts, DimensionCounts } from '@concert/domain/activity-view'
import { inLocale } from '@concert/domain/locales'
import { formatInstant, formatNumber, sortByName } from '@concert/messages/format'
import { Suspense } from 'react'
import { useTranslations } from 'use-intl/react'
import { ChartFrame } from '../../charts/ChartFrame.tsx'
import { HorizontalBars } from '../../charts/HorizontalBars.tsx'
import { YearColumns } from '../../charts/lazy.ts'
import type { ChartRow } from '../../charts/ranking.ts'
import { useCodeName } from '../../coordination/use-activity-words.ts'
import { useReader } from '../../locale.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'

type Dimension = 'agency' | 'pillar' | 'year' | 'region' | 'kind' | 'status'

interface ActivityChartsProps {
  counts: ActivityCounts
  /** The agencies by the group's list of the year asked for; null where no year is. */
  ofYear: DimensionCounts['agenciesOfYear']
  asOf: string
}

/** What a filter leaves, along six dimensions. */
export function ActivityCharts({ counts, ofYear, asOf }: ActivityChartsProps) {
  const t = useTranslations('activities')
  const reader = useReader()
  const codeName = useCodeName()
  const write = (value: number) => formatNumber(reader, value)
  const members: ChartRow[] = sortByName(
    reader,
    ofYear?.members ?? counts.byAgency,
    ({ agency }) => agency.acronym,
  ).map(({ agency, count }) => ({ id: agency.slug, label: agency.acronym, value: count }))
  const others = ofYear?.others ?? []
  const agencies =
    others.length === 0
      ? members
      : [
          ...members,
          {
            id: 'other',
            label: t('charts.agency.others', { year: String(ofYear?.year) }),
            value: others.reduce((sum, { count }) => sum + count, 0),
          },
        ]
  const named = (list: 'pillars' | 'activityKinds', rows: ActivityCounts['byPillar']): ChartRow[] =>
    rows.map(({ code, count }) => ({
      id: code,
      label: code === 'none' ? t('charts.none') : codeName(list, code),
      value: count,
    }))
  const pillars = named('pillars', counts.byPillar)
  const kinds = named('activityKinds', counts.byKind)
  const regions: ChartRow[] = counts.byRegion.map(({ place, count }) => ({
    id: place.code,
    label: inLocale(place.names, reader),
    value: count,
  }))
  const statuses = (['planned', 'ongoing', 'completed', 'cancelled'] as const).flatMap((status) => {
    const count = counts.byStatus.find(({ code }) => code === status)?.count
    return count === undefined ? [] : [{ id: status, label: t(`statuses.${status}`), value: count }]
  })
  const years = counts.byYear.flatMap(({ year, count }) => (year === null ? [] : [{ year, value: count }]))
  const undated = counts.byYear.find(({ year }) => year === null)
  const lastYear = years.findLast(({ year }) => year <= Number(asOf.slice(0, 4)))

  const frame = (dimension: Dimension, headline: string, rows: readonly ChartRow[]) => ({
    headline,
    subtitle: t(`charts.${dimension}.subtitle`),
    source: t('charts.source'),
    asOf: formatInstant(reader, asOf),
    fileName: `activities-by-${dimension}`,
    table: {
      header: [t(`charts.${dimension}.column`), t('charts.measure')],
      rows: rows.map(({ id, label, value }) => ({ id, name: label, values: [value] })),
      format: write,
    },
  })
  const yearRows = [
    ...years.map(({ year, value }) => ({ id: String(year), label: String(year), value })),
    ...(undated ? [{ id: 'none', label: t('charts.none'), value: undated.count }] : []),
  ]

  return (
    <div className="grid gap-12 lg:grid-cols-2">
      <ChartFrame
        {...frame('agency', t('charts.agency.headline', { count: counts.byAgency.length }), agencies)}
        {...(ofYear && {
          source: t('charts.agency.sourceOfYear', { year: String(ofYear.year), unknown: ofYear.sinceUnknown }),
        })}
      >
        <HorizontalBars rows={agencies} format={write} order="given" />
      </ChartFrame>
      <ChartFrame {...frame('pillar', t('charts.pillar.headline', { name: largest(pillars) }), pillars)}>
        <HorizontalBars rows={pillars} format={write} order="largest" />
      </ChartFrame>
      {lastYear && (
        <ChartFrame
          {...frame(
            'year',
            t('charts.year.headline', { count: lastYear.value, year: String(lastYear.year) }),
            yearRows,
          )}
        >
          <Suspense fallback={<Skeleton height={15} />}>
            <YearColumns label={t('charts.year.subtitle')} rows={years} format={write} />
          </Suspense>
        </ChartFrame>
      )}
      {regions.length > 0 && (
        <ChartFrame {...frame('region', t('charts.region.headline', { name: largest(regions) }), regions)}>
          <HorizontalBars rows={regions} format={write} order="largest" />
        </ChartFrame>
      )}
      <ChartFrame {...frame('kind', t('charts.kind.headline', { name: largest(kinds) }), kinds)}>
        <HorizontalBars rows={kinds} format={write} order="largest" />
      </ChartFrame>
      <ChartFrame
        {...frame(
          'status',
          t('charts.status.headline', { count: statuses.find(({ id }) => id === 'ongoing')?.value ?? 0 }),
          statuses,
        )}
      >
        <HorizontalBars rows={statuses} format={write} order="given" />
      </ChartFrame>
    </div>
  )
}

function largest(rows: readonly ChartRow[]): string {
  return rows.toSorted((a, b) => b.value - a.value)[0]?.label ?? ''
}
