import type { Instalment } from '@concert/domain/schedule'
import { formatDate } from '@concert/messages/format'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../locale.tsx'
import { useMoney } from './use-money.ts'

/** What the terms come to, while they are typed. */
export function InstalmentPreview({
  instalments,
  children,
}: {
  instalments: Instalment[] | null
  children: ReactNode
}) {
  const t = useTranslations('pledges.instalments')
  const reader = useReader()
  const money = useMoney()
  return (
    <section aria-label={t('preview')} className="rounded border border-line bg-surface p-4">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-3">
        <h3 className="font-semibold">{t('preview')}</h3>
        {children}
      </div>
      {instalments ? (
        <ol aria-live="polite" className="max-h-64 divide-y divide-line overflow-y-auto">
          {instalments.map(({ dueOn, amount }, index) => (
            <li key={dueOn} className="figures flex justify-between gap-4 py-1.5">
              <span>
                <span className="inline-block min-w-8 text-ink-soft">{index + 1}.</span>
                {formatDate(reader, dueOn, 'short')}
              </span>
              <span>{money.full(amount)}</span>
            </li>
          ))}
        </ol>
      ) : (
        <p className="text-ink-soft">{t('previewWaits')}</p>
      )}
    </section>
  )
}
