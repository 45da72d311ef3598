import { funnelStages } from '@concert/domain/assistance-indicators'
import type { AssistanceRelease } from '@concert/domain/assistance-release'
import { formatDate, formatInstant, formatNumber, formatShare } from '@concert/messages/format'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { ChartFrame } from '../charts/ChartFrame.tsx'
import { FunnelBars } from '../charts/FunnelBars.tsx'
import { PublicFigure } from '../layout/PublicFigure.tsx'
import { useReader } from '../locale.tsx'
import type { Answers } from '../trpc.ts'
import { DefinitionList } from '../ui/DefinitionList.tsx'

type Told = AssistanceRelease['told']

const hundredthsOfAPercent = 10_000

/** What one release tells, number by number; "fewer than three States" where it may not. */
export function ToldNumbers({ told, number }: { told: Told; number: number | null }) {
  const t = useTranslations('requests')
  const reader = useReader()
  const write = {
    count: (value: number) => formatNumber(reader, value),
    share: (value: number) => formatShare(reader, value / hundredthsOfAPercent),
    days: (value: number) => t('told.within', { count: value }),
  }
  const shown = (id: string, unit: keyof typeof write, value: number | null): ReactNode => {
    if (value === null) return t('told.fewer')
    if (number === null) return write[unit](value)
    const figure = { id: `requests.${id}.${number}`, words: `requests.${id}`, params: { number }, unit, value }
    return <PublicFigure figure={figure} size="inline" write={write[unit]} />
  }
  return (
    <DefinitionList
      items={[
        { term: t('indicators.received'), value: shown('received', 'count', told.received) },
        { term: t('indicators.answered'), value: shown('answered', 'count', told.answered) },
        { term: t('indicators.developing'), value: shown('developing', 'share', told.developingShare) },
        { term: t('told.firstAnswer'), value: shown('first_answer', 'days', told.firstAnswerWithin) },
        { term: t('told.delivery'), value: shown('delivery', 'days', told.deliveryWithin) },
      ]}
    />
  )
}

/** The stages of a release that may be told, as a funnel. */
export function ToldFunnel({ release }: { release: Answers['requests']['told'][number] }) {
  const t = useTranslations('requests')
  const reader = useReader()
  const { number, told } = release
  const format = (value: number) => formatNumber(reader, value)
  const reached = { received: told.received, answered: told.answered, ...told.reached }
  const steps = funnelStages.map((id) => ({ id, label: t(`stages.${id}`), value: reached[id] }))
  return (
    <ChartFrame
      headline={t('told.release', { number, date: formatDate(reader, release.untilOn) })}
      subtitle={t('told.subtitle', { number })}
      source={t('funnel.source')}
      asOf={formatInstant(reader, release.releasedAt)}
      fileName={`requests-by-stage-release-${number}`}
      table={{
        header: [t('funnel.stage'), t('funnel.requests')],
        rows: steps.map(({ id, label, value }) => ({ id, name: label, values: [value] })),
        format,
      }}
    >
      <FunnelBars steps={steps} format={format} notTold={t('told.fewer')} />
    </ChartFrame>
  )
}
