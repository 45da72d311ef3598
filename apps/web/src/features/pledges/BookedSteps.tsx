import type { PledgeStory } from '@concert/domain/fund-views'
import { type PledgeEvent, type PledgeEventKind, pledgeEvents } from '@concert/domain/journal/pledge-events'
import { formatDate } from '@concert/messages/format'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { EntryLink } from '../../books/EntryLink.tsx'
import { useMoney } from '../../books/use-money.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { MeetingOf } from './MeetingOf.tsx'
import { Step, StepList, type StepMark } from './StepList.tsx'

const marks: Record<PledgeEventKind, StepMark> = {
  announced: 'promised',
  announcement_raised: 'promised',
  announcement_lowered: 'less',
  formalised: 'owed',
  formalised_conditionally: 'promised',
  condition_met: 'owed',
  increased: 'owed',
  reduced: 'less',
  withdrawn: 'less',
  received: 'received',
  written_off: 'less',
}

/** Everything that happened to a pledge of money, each with its entry; what was taken back stays, struck through. */
export function BookedSteps({ pledge }: { pledge: PledgeStory }) {
  const events = pledgeEvents(pledge.reference, pledge.entries, pledge.allocations)
  return (
    <StepList>
      {events.map((event) => (
        <EventStep key={`${event.entryNumber}.${event.kind}`} event={event} pledge={pledge} />
      ))}
    </StepList>
  )
}

function EventStep({ event, pledge }: { event: PledgeEvent; pledge: PledgeStory }) {
  const t = useTranslations('pledges.story')
  const reader = useReader()
  const money = useMoney()
  const { kind, on, amount, usdMinor, reason, payment, entryNumber, reversedBy } = event
  const struck = reversedBy !== null ? 'line-through decoration-2' : ''
  return (
    <Step mark={reversedBy === null ? marks[kind] : 'undone'}>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className={`text-lg font-semibold ${struck}`}>{t(`event.${kind}`)}</span>
        <span className="figures text-ink-soft">{formatDate(reader, on)}</span>
        <span className="text-sm">
          <EntryLink number={entryNumber} />
        </span>
      </p>
      <p className={`figures text-lg ${struck}`}>
        {money.full(amount)}
        {amount.currency !== 'USD' && (
          <span className="ms-3 text-base text-ink-soft">{t('inUsd', { amount: money.usd(usdMinor) })}</span>
        )}
      </p>
      {payment !== null && (
        <p>
          <Link to={paths.payment} params={{ reference: payment }} className="link figures">
            {payment}
          </Link>
        </p>
      )}
      {kind === 'announced' && <MeetingOf pledge={pledge} />}
      {reason && (
        <p className="text-ink-soft" dir="auto">
          {reason}
        </p>
      )}
      {reversedBy !== null && (
        <p className="text-warning">
          {t('takenBack')} <EntryLink number={reversedBy} />
        </p>
      )}
    </Step>
  )
}
