import { formatInstant, numberFormat } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { useTranslations } from 'use-intl/react'
import { ChartFrame } from '../charts/ChartFrame.tsx'
import { WaterfallBars } from '../charts/WaterfallBars.tsx'
import { FigureProof } from '../layout/FigureProof.tsx'
import { useReader } from '../locale.tsx'
import { trpc } from '../trpc.ts'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useWordsAt } from '../words.ts'
import { useMoney } from './use-money.ts'

const id = 'fund.naive_sum'
const cents = { minimumFractionDigits: 2, maximumFractionDigits: 2 }

/** From the sum that counts money again and again to the official total: what was not counted twice. */
export function Waterfall() {
  const t = useTranslations('fund')
  const tFigures = useTranslations('figures')
  const wordsAt = useWordsAt()
  const reader = useReader()
  const money = useMoney()
  const { data: figure } = useSuspenseQuery(trpc.figures.show.queryOptions({ id }))
  const steps = figure.proof.steps ?? []
  const official = steps.at(-1)?.usdMinor ?? 0
  if (figure.value === 0) return null
  const rows = [
    { id, label: tFigures('fund.naive_sum.name'), value: figure.value, isTotal: true },
    ...steps.map((step) => ({
      id: step.id,
      label: wordsAt(`figures.steps.${step.id}`) ?? step.id,
      value: step.usdMinor,
      isTotal: step.id === 'official',
    })),
  ]
  return (
    <ChartFrame
      headline={t('waterfall.headline', { naive: money.shortUsd(figure.value), official: money.shortUsd(official) })}
      subtitle={t('waterfall.subtitle')}
      source={t('source')}
      asOf={formatInstant(reader, figure.asOf)}
      fileName="fund-not-counted-twice"
      table={{
        header: [tFigures('steps.step'), tFigures('column.value')],
        rows: rows.map(({ label, value, ...row }) => ({ id: row.id, name: label, values: [value / 100] })),
        format: (dollars) => numberFormat(reader, cents).format(dollars),
      }}
      proof={() => (
        <Suspense fallback={<Skeleton lines={6} />}>
          <FigureProof id={id} />
        </Suspense>
      )}
    >
      <WaterfallBars rows={rows} format={money.shortUsd} />
    </ChartFrame>
  )
}
