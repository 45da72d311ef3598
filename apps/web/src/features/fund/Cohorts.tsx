import type { Cohort, CohortPoint, CohortStage } from '@concert/domain/cohort'
import { formatDate, formatInstant, formatShare } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { useMoney } from '../../books/use-money.ts'
import { ChartFrame } from '../../charts/ChartFrame.tsx'
import { CohortBars } from '../../charts/CohortBars.tsx'
import { PublicFigure } from '../../layout/PublicFigure.tsx'
import { useReader } from '../../locale.tsx'
import { trpc } from '../../trpc.ts'

const whole = 10_000

/** What became of the pledges of each meeting, as totals. */
export function Cohorts() {
  const t = useTranslations('fund')
  const tCharts = useTranslations('charts')
  const reader = useReader()
  const money = useMoney()
  const { data } = useSuspenseQuery(trpc.fund.cohorts.queryOptions())
  const newest = lastReached(data.cohorts)
  if (!newest) return null
  const points = data.cohorts.flatMap((cohort) => cohort.points.map((point) => ({ ...point, year: yearOf(cohort) })))
  return (
    <div>
      <ChartFrame
        headline={t('cohorts.headline', {
          months: newest.point.months,
          year: yearOf(newest.cohort),
          share: formatShare(reader, newest.point.received / whole),
        })}
        subtitle={t('cohorts.subtitle')}
        source={t('source')}
        asOf={formatInstant(reader, data.asOf)}
        fileName="fund-fulfilment-by-meeting"
        table={{
          header: [t('cohorts.column'), tCharts('kinds.formalised'), tCharts('kinds.received')],
          rows: points.map(({ year, months, formalised, received }) => ({
            id: `${year} ${months}`,
            name: t('cohorts.rowName', { year, months }),
            values: [formalised, received].map((share) => (share === null ? null : share / whole)),
          })),
          format: (share) => formatShare(reader, share),
        }}
      >
        <CohortBars
          panels={data.cohorts.map((cohort) => ({
            id: cohort.slug,
            title: t('cohorts.meeting', { year: yearOf(cohort) }),
            note: t('cohorts.announced', { amount: money.shortUsd(cohort.announcedUsd) }),
            rows: cohort.points.map(({ months, on, formalised, received }) => ({
              id: String(months),
              label: t('cohorts.after', { months }),
              shares:
                formalised === null || received === null
                  ? t('cohorts.notYet', { date: formatDate(reader, on) })
                  : {
                      formalised: shareOf(cohort, 'formalised', months, formalised),
                      received: shareOf(cohort, 'received', months, received),
                    },
            })),
          }))}
        />
      </ChartFrame>
      <p className="mt-3 text-sm text-ink-soft">{t('cohorts.few')}</p>
    </div>
  )
}

function shareOf(cohort: Cohort, stage: CohortStage, months: number, value: number) {
  const { slug } = cohort
  const words = { words: `cohorts.${stage}`, params: { year: yearOf(cohort), months } }
  const figure = { id: `cohorts.${stage}.${slug}.${months}`, unit: 'share' as const, value, ...words }
  return { share: value / whole, written: <PublicFigure figure={figure} size="inline" /> }
}

type Reached = CohortPoint & { formalised: number; received: number }

/** The latest point of the newest meeting that has one: what the headline says. */
function lastReached(cohorts: readonly Cohort[]): { cohort: Cohort; point: Reached } | undefined {
  for (const cohort of cohorts.toReversed()) {
    const point = cohort.points.findLast((one): one is Reached => one.received !== null)
    if (point) return { cohort, point }
  }
  return undefined
}

function yearOf({ startsOn }: Cohort): string {
  return startsOn.slice(0, 4)
}
