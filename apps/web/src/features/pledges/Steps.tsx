import type { PledgeStep, PublicPledgeStory } from '@concert/domain/fund-views'
import { formatDate } from '@concert/messages/format'
import { useTranslations } from 'use-intl/react'
import { useMoney } from '../../books/use-money.ts'
import { useReader } from '../../locale.tsx'
import { MeetingOf } from './MeetingOf.tsx'
import { Step, StepList, type StepMark } from './StepList.tsx'

const marks = { announced: 'promised', formalised: 'owed', received: 'received' } as const satisfies Record<
  PledgeStep['kind'],
  StepMark
>

/** What happened to a pledge, in the order in which it happened. */
export function Steps({ pledge }: { pledge: PublicPledgeStory }) {
  const reader = useReader()
  const t = useTranslations('pledges')
  const money = useMoney()
  const steps = pledge.steps.map((step, index) => ({ ...step, key: `${index}.${step.kind}` }))
  const nameOf = ({ kind }: PledgeStep) => {
    if (kind !== 'received' || pledge.kind === 'money') return t(`story.step.${kind}`)
    return t(`beside.${pledge.kind}.${pledge.delivered?.inPart ? 'part_received' : 'received'}`)
  }
  return (
    <StepList>
      {steps.map((step) => (
        <Step key={step.key} mark={marks[step.kind]}>
          <p className="flex flex-wrap items-baseline gap-x-3">
            <span className="text-lg font-semibold">{nameOf(step)}</span>
            <span className="figures text-ink-soft">{formatDate(reader, step.on)}</span>
          </p>
          {step.amount && (
            <p className="figures text-lg">
              {money.full(step.amount)}
              {step.usdMinor !== null && step.amount.currency !== 'USD' && (
                <span className="ms-3 text-base text-ink-soft">
                  {t('story.inUsd', { amount: money.usd(step.usdMinor) })}
                </span>
              )}
            </p>
          )}
          {step.kind === 'announced' && <MeetingOf pledge={pledge} />}
        </Step>
      ))}
    </StepList>
  )
}
