import { reminderBuckets } from '@concert/domain/instalment-reminders'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../locale.tsx'
import { paths } from '../paths.ts'
import { trpc } from '../trpc.ts'
import { Section } from '../ui/Section.tsx'
import { DueTable } from './DueTable.tsx'
import { useMoney } from './use-money.ts'

const shown = 8

/** How much is overdue or falls due within thirty days, and the first of it. */
export function DueSection() {
  const t = useTranslations('pledges.due')
  const reader = useReader()
  const money = useMoney()
  const { data } = useSuspenseQuery(trpc.pledges.due.queryOptions({ locale: reader }))
  return (
    <Section
      title={t('title')}
      lead={t('lead')}
      actions={
        data.total > shown && (
          <Link to={paths.due} className="link">
            {t('all', { count: data.total })}
          </Link>
        )
      }
    >
      {data.total === 0 ? (
        <p className="text-ink-soft">{t('none')}</p>
      ) : (
        <div className="grid gap-6">
          <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
            {reminderBuckets.map((bucket) => {
              const { count, owedUsd } = data.buckets[bucket]
              const isLate = bucket === 'overdue' && count > 0
              return (
                <li key={bucket}>
                  <Link
                    to={paths.due}
                    search={{ bucket }}
                    className={`block h-full rounded border p-4 no-underline hover:bg-surface ${isLate ? 'border-danger' : 'border-line'}`}
                  >
                    <span className={`text-sm ${isLate ? 'font-medium text-danger' : 'text-ink-soft'}`}>
                      {t(`buckets.${bucket}`)}
                    </span>
                    <span className="figures mt-1 block text-xl leading-tight font-semibold text-ink">
                      {money.usd(owedUsd)}
                    </span>
                    <span className="mt-1 block text-sm text-ink-soft">{t('found', { count })}</span>
                  </Link>
                </li>
              )
            })}
          </ul>
          <DueTable rows={data.rows.slice(0, shown)} />
        </div>
      )}
    </Section>
  )
}
