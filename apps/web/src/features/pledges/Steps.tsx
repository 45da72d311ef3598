import type { PublicPledgeStory } from '@concert/domain/fund-views'
import { formatDate } from '@concert/messages/format'
import { useTranslations } from 'use-intl/react'
import { useMoney } from '../../books/use-money.ts'
import { AddressLink } from '../../layout/AddressLink.tsx'
import { useReader } from '../../locale.tsx'

const marks = { announced: 'hatched border-2 border-mark', formalised: 'bg-mark-soft', received: 'bg-mark' }

/** What happened to a pledge, in the order in which it happened. */
export function Steps({ pledge }: { pledge: PublicPledgeStory }) {
  const t = useTranslations('pledges.story')
  const reader = useReader()
  const money = useMoney()
  const steps = pledge.steps.map((step, index) => ({ ...step, key: `${index}.${step.kind}` }))
  const { meeting } = pledge
  return (
    <ol className="ms-2 border-s-2 border-line">
      {steps.map((step) => (
        <li key={step.key} className="relative pb-6 ps-7 last:pb-0">
          <span aria-hidden="true" className={`absolute -start-[9px] top-1 size-4 ${marks[step.kind]}`} />
          <p className="flex flex-wrap items-baseline gap-x-3">
            <span className="text-lg font-semibold">{t(`step.${step.kind}`)}</span>
            <span className="figures text-ink-soft">{formatDate(reader, step.on)}</span>
          </p>
          {step.amount && (
            <p className="figures text-lg">
              {money.full(step.amount)}
              {step.usdMinor !== null && step.amount.currency !== 'USD' && (
                <span className="ms-3 text-base text-ink-soft">{t('inUsd', { amount: money.usd(step.usdMinor) })}</span>
              )}
            </p>
          )}
          {step.kind === 'announced' && meeting && (
            <p className="text-ink-soft">
              {t('at')} <AddressLink address={`/meetings/${meeting.slug}`}>{meeting.title}</AddressLink>
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}
