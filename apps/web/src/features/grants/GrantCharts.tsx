import type { GrantOverview } from '@concert/domain/grant-views'
import { formatInstant, formatNumber } from '@concert/messages/format'
import { Suspense } from 'react'
import { useTranslations } from 'use-intl/react'
import { useMoney } from '../../books/use-money.ts'
import { ChartFrame } from '../../charts/ChartFrame.tsx'
import { HorizontalBars } from '../../charts/HorizontalBars.tsx'
import type { ChartRow } from '../../charts/ranking.ts'
import { AddressLink } from '../../layout/AddressLink.tsx'
import { FigureProof } from '../../layout/FigureProof.tsx'
import { useReader } from '../../locale.tsx'
import { Section } from '../../ui/Section.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'

interface GrantRow extends ChartRow {
  awardedUsd: number
}

const proof = () => (
  <Suspense fallback={<Skeleton lines={6} />}>
    <FigureProof id="grants.count" />
  </Suspense>
)

/** Listed grants by region and kind of aid; the table beside has the money of those that are told whole. */
export function GrantCharts({ overview }: { overview: GrantOverview }) {
  const t = useTranslations('grants')
  const tCodes = useTranslations('codes')
  const reader = useReader()
  const money = useMoney()
  const write = (value: number) => formatNumber(reader, value)
  const byRegion = overview.bySubregion.map(({ key, name, grants, awardedUsd }) => ({
    id: key,
    label: name,
    value: grants,
    awardedUsd,
  }))
  const byKind = overview.byKind.map(({ key, grants, awardedUsd }) => ({
    id: key,
    label: key === 'several' ? t('public.several') : tCodes(`aidKinds.${key}`),
    value: grants,
    awardedUsd,
  }))
  const frame = (dimension: 'byRegion' | 'byKind', rows: readonly GrantRow[]) => ({
    headline: t(`public.${dimension}.headline`, { count: rows.length, first: largest(rows)?.label ?? '' }),
    subtitle: t('public.chartSubtitle', { withheld: overview.withheld, pooled: money.usd(overview.pooledUsd) }),
    source: t('public.source'),
    asOf: formatInstant(reader, overview.asOf),
    fileName: `grants-${dimension.slice(2).toLowerCase()}`,
    proof,
    table: {
      header: [t(`public.${dimension}.column`), t('public.listed'), t('public.namedUsd')],
      rows: rows.map(({ id, label, value, awardedUsd }) => ({ id, name: label, values: [value, awardedUsd / 100] })),
      format: write,
    },
  })
  return (
    <Section title={t('public.chartsTitle')} lead={t('public.chartsLead')}>
      <div className="grid gap-x-12 gap-y-12 lg:grid-cols-2">
        <ChartFrame {...frame('byRegion', byRegion)}>
          <HorizontalBars
            rows={byRegion}
            format={write}
            order="largest"
            link={(row) =>
              row.id === 'other' ? row.label : <AddressLink address={`/places/${row.id}`}>{row.label}</AddressLink>
            }
          />
        </ChartFrame>
        <ChartFrame {...frame('byKind', byKind)}>
          <HorizontalBars rows={byKind} format={write} order="largest" />
        </ChartFrame>
      </div>
    </Section>
  )
}

function largest(rows: readonly GrantRow[]): GrantRow | undefined {
  return rows.toSorted((a, b) => b.value - a.value)[0]
}
