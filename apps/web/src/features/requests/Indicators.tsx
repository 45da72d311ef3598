import { funnelStages } from '@concert/domain/assistance-indicators'
import { formatDate, formatInstant, formatNumber, formatShare } from '@concert/messages/format'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { ChartFrame } from '../../charts/ChartFrame.tsx'
import { FunnelBars } from '../../charts/FunnelBars.tsx'
import { PeriodFilter } from '../../coordination/PeriodFilter.tsx'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { type Answers, trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { DefinitionList } from '../../ui/DefinitionList.tsx'
import { Section } from '../../ui/Section.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'

type Indicators = Answers['requests']['indicators']

const route = getRouteApi(paths.requests)
const hundredthsOfAPercent = 10_000

/** What becomes of the requests of a period, exactly, for the group; the period stands in the address. */
export function Indicators() {
  const t = useTranslations('requests.indicators')
  const navigate = route.useNavigate()
  const { from, until } = route.useSearch()
  const { data } = useQuery(
    trpc.requests.indicators.queryOptions({ from, until }, { placeholderData: keepPreviousData }),
  )
  const change = (changed: { from?: string | undefined; until?: string | undefined }) =>
    void navigate({ search: (now) => ({ ...now, ...changed }), replace: true, resetScroll: false })
  return (
    <Section title={t('title')} lead={t('lead')}>
      <div className="mb-6 flex flex-wrap items-end gap-4">
        <PeriodFilter labels={{ from: t('from'), until: t('until') }} from={from} until={until} onChange={change} />
        {(from ?? until) !== undefined && (
          <Button look="quiet" onClick={() => change({ from: undefined, until: undefined })}>
            {t('all')}
          </Button>
        )}
      </div>
      {data === undefined ? (
        <Skeleton lines={8} />
      ) : (
        <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
          <Numbers of={data} />
          <Funnel of={data} from={from} until={until} />
        </div>
      )}
    </Section>
  )
}

function Numbers({ of }: { of: Indicators }) {
  const t = useTranslations('requests.indicators')
  const reader = useReader()
  const count = (value: number) => <span className="figures">{formatNumber(reader, value)}</span>
  const days = (value: number | null) => (value === null ? t('noneYet') : t('days', { count: value }))
  return (
    <DefinitionList
      items={[
        { term: t('received'), value: count(of.received) },
        { term: t('states'), value: count(of.states) },
        { term: t('answered'), value: count(of.answered) },
        { term: t('firstAnswer'), value: days(of.firstAnswerDays) },
        { term: t('delivery'), value: days(of.deliveryDays) },
        {
          term: t('developing'),
          value:
            of.developingShare === null
              ? t('noneYet')
              : t('share', {
                  share: formatShare(reader, of.developingShare / hundredthsOfAPercent),
                  count: formatNumber(reader, of.developing),
                  total: formatNumber(reader, of.received),
                }),
        },
      ]}
    />
  )
}

function Funnel({ of, from, until }: { of: Indicators; from: string | undefined; until: string | undefined }) {
  const t = useTranslations('requests')
  const reader = useReader()
  const format = (value: number) => formatNumber(reader, value)
  const steps = funnelStages.map((id) => ({ id, label: t(`stages.${id}`), value: of.reached[id] }))
  const ended = (['declined', 'withdrawn'] as const).map((id) => ({ id, name: t(`stages.${id}`), values: [of[id]] }))
  return (
    <div className="min-w-0">
      <ChartFrame
        headline={t('funnel.headline', { answered: format(of.answered), received: format(of.received) })}
        subtitle={t('funnel.subtitle', { period: usePeriod(from, until) })}
        source={t('funnel.source')}
        asOf={formatInstant(reader, of.asOf)}
        fileName="requests-by-stage"
        table={{
          header: [t('funnel.stage'), t('funnel.requests')],
          rows: [...steps.map(({ id, label, value }) => ({ id, name: label, values: [value] })), ...ended],
          format,
        }}
      >
        <FunnelBars steps={steps} format={format} />
        <p className="mt-3 text-sm text-ink-soft">
          {t('funnel.apart', { declined: format(of.declined), withdrawn: format(of.withdrawn) })}
        </p>
      </ChartFrame>
    </div>
  )
}

function usePeriod(from: string | undefined, until: string | undefined): string {
  const t = useTranslations('requests.funnel')
  const reader = useReader()
  const day = (date: string) => formatDate(reader, date)
  if (from !== undefined && until !== undefined) return t('between', { from: day(from), until: day(until) })
  if (from !== undefined) return t('since', { from: day(from) })
  return until === undefined ? t('anyTime') : t('upTo', { until: day(until) })
}
