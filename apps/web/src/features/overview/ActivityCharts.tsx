import { formatInstant, formatNumber } from '@concert/messages/format'
import { Suspense } from 'react'
import { useTranslations } from 'use-intl/react'
import { ChartFrame, type TableTwin } from '../../charts/ChartFrame.tsx'
import { HorizontalBars } from '../../charts/HorizontalBars.tsx'
import { YearColumns } from '../../charts/lazy.ts'
import type { ChartRow } from '../../charts/ranking.ts'
import { AddressLink } from '../../layout/AddressLink.tsx'
import { FigureProof } from '../../layout/FigureProof.tsx'
import { useReader } from '../../locale.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useWordsAt } from '../../words.ts'
import type { Overview } from './OverviewPage.tsx'

type Dimension = 'byAgency' | 'byPillar' | 'byYear' | 'byRegion'

const proof = () => (
  <Suspense fallback={<Skeleton lines={6} />}>
    <FigureProof id="activities.public" />
  </Suspense>
)

/** The public activities along four dimensions, one sentence each. */
export function ActivityCharts({ overview }: { overview: Overview }) {
  const t = useTranslations('overview')
  const wordsAt = useWordsAt()
  const reader = useReader()
  const { activities } = overview
  const write = (value: number) => formatNumber(reader, value)
  const byAgency = activities.byAgency.map(({ slug, acronym, count }) => ({ id: slug, label: acronym, value: count }))
  const byPillar = activities.byPillar.map(({ code, count }) => ({
    id: code,
    label: wordsAt(`codes.pillars.${code}`) ?? code,
    value: count,
  }))
  const byRegion = activities.byRegion.map(({ code, name, count }) => ({ id: code, label: name, value: count }))
  const byYear = activities.byYear.toSorted((a, b) => a.year - b.year)
  const lastYear = byYear.filter(({ year }) => year <= Number(overview.asOf.slice(0, 4))).at(-1)

  const frame = (dimension: Dimension, headline: string, rows: readonly ChartRow[]) => ({
    headline,
    subtitle: t(`${dimension}.subtitle`),
    source: t('source'),
    asOf: formatInstant(reader, overview.asOf),
    fileName: `activities-${dimension.slice(2).toLowerCase()}`,
    proof,
    table: {
      header: [t(`${dimension}.column`), t('activitiesMeasure')],
      rows: rows.map(({ id, label, value }) => ({ id, name: label, values: [value] })),
      format: write,
    } satisfies TableTwin,
  })
  const linkTo = (address: string) => (row: ChartRow) =>
    row.id === 'other' ? row.label : <AddressLink address={`${address}${row.id}`}>{row.label}</AddressLink>

  return (
    <div className="grid gap-x-12 gap-y-12 lg:grid-cols-2">
      {byAgency.length > 0 && (
        <ChartFrame {...frame('byAgency', t('byAgency.headline', { count: byAgency.length }), byAgency)}>
          <HorizontalBars rows={byAgency} format={write} order="given" link={linkTo('/agencies/')} />
        </ChartFrame>
      )}
      {lastYear && (
        <ChartFrame
          {...frame(
            'byYear',
            t('byYear.headline', { count: lastYear.count, year: String(lastYear.year) }),
            byYear.map(({ year, count }) => ({ id: String(year), label: String(year), value: count })),
          )}
        >
          <Suspense fallback={<Skeleton height={15} />}>
            <YearColumns
              label={t('byYear.subtitle')}
              rows={byYear.map(({ year, count }) => ({ year, value: count }))}
              format={write}
            />
          </Suspense>
        </ChartFrame>
      )}
      {byPillar.length > 0 && (
        <ChartFrame {...frame('byPillar', t('byPillar.headline', { name: largest(byPillar) }), byPillar)}>
          <HorizontalBars rows={byPillar} format={write} order="largest" />
        </ChartFrame>
      )}
      {byRegion.length > 0 && (
        <ChartFrame {...frame('byRegion', t('byRegion.headline', { name: largest(byRegion) }), byRegion)}>
          <HorizontalBars rows={byRegion} format={write} order="largest" />
        </ChartFrame>
      )}
    </div>
  )
}

function largest(rows: readonly ChartRow[]): string {
  return rows.toSorted((a, b) => b.value - a.value)[0]?.label ?? ''
}
