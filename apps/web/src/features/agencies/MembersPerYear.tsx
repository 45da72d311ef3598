import { formatNumber } from '@concert/messages/format'
import { Suspense } from 'react'
import { useTranslations } from 'use-intl/react'
import { ChartFrame } from '../../charts/ChartFrame.tsx'
import { YearColumns } from '../../charts/lazy.ts'
import { useReader } from '../../locale.tsx'
import type { Answers } from '../../trpc.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'

type PerYear = Answers['agencies']['list']['perYear'][number]

/** The group over the years, each by its own list. Those without a known beginning stand in the table, not in a column. */
export function MembersPerYear({ years, asOf }: { years: readonly PerYear[]; asOf: string }) {
  const t = useTranslations('agencies')
  const reader = useReader()
  const write = (value: number) => formatNumber(reader, value)
  const last = years.at(-1)
  if (!last) return null
  return (
    <ChartFrame
      headline={t('perYear.headline', { count: last.certain, year: String(last.year) })}
      subtitle={t('perYear.subtitle')}
      source={t('perYear.source')}
      asOf={asOf}
      fileName="members-by-year"
      table={{
        header: [t('year'), t('perYear.certain'), t('perYear.possible')],
        rows: years.map(({ year, certain, possible }) => ({
          id: String(year),
          name: String(year),
          values: [certain, possible],
        })),
        format: write,
      }}
    >
      <Suspense fallback={<Skeleton height={15} />}>
        <YearColumns
          label={t('perYear.subtitle')}
          rows={years.map(({ year, certain }) => ({ year, value: certain }))}
          format={write}
        />
      </Suspense>
    </ChartFrame>
  )
}
