import type { CalendarDate } from '@concert/domain/calendar-date'
import { compareDates } from '@concert/domain/calendar-date'
import type { EntryRow } from '@concert/domain/fund-views'
import type { GrantStory } from '@concert/domain/grant-views'
import type { EntryKind } from '@concert/domain/journal/accounts'
import type { Money } from '@concert/domain/money'
import { formatDate } from '@concert/messages/format'
import { useTranslations } from 'use-intl/react'
import { EntryLink } from '../../books/EntryLink.tsx'
import { useMoney } from '../../books/use-money.ts'
import { useReader } from '../../locale.tsx'

interface GrantStep {
  key: string
  words: string
  on: CalendarDate
  amount: Money | null
  note: string | null
  entryNumber: number | null
}

/** What happened to a grant, in the order in which it happened. */
export function GrantSteps({ grant }: { grant: GrantStory }) {
  const t = useTranslations('grants.step')
  const tKinds = useTranslations('journal.kinds')
  const reader = useReader()
  const money = useMoney()
  const none = { amount: null, note: null, entryNumber: null }
  const steps: GrantStep[] = [
    { ...none, key: 'proposed', words: t('proposed'), on: grant.proposedOn, amount: grant.asked },
  ]
  if (grant.advice) {
    const { advice, on, note } = grant.advice
    steps.push({ ...none, key: 'advised', words: t(advice), on, note })
  }
  if (grant.decision) {
    const { decision, on, note } = grant.decision
    steps.push({ ...none, key: 'decided', words: t(decision), on, note, amount: grant.approved })
  }
  for (const entry of grant.entries) {
    steps.push({
      key: String(entry.number),
      words: tKinds(entry.kind),
      on: entry.valueDate,
      amount: amountOf(entry),
      note: entry.reason,
      entryNumber: entry.number,
    })
  }
  return (
    <ol className="ms-2 border-s-2 border-line">
      {steps
        .toSorted((a, b) => compareDates(a.on, b.on))
        .map((step) => (
          <li key={step.key} className="relative pb-6 ps-7 last:pb-0">
            <span
              aria-hidden="true"
              className={`absolute -start-[9px] top-1 size-4 ${step.entryNumber === null ? 'hatched border-2 border-mark' : 'bg-mark'}`}
            />
            <p className="flex flex-wrap items-baseline gap-x-3">
              <span className="text-lg font-semibold">{step.words}</span>
              <span className="figures text-ink-soft">{formatDate(reader, step.on)}</span>
              {step.entryNumber !== null && <EntryLink number={step.entryNumber} />}
            </p>
            {step.amount && <p className="figures text-lg">{money.full(step.amount)}</p>}
            {step.note && (
              <p className="text-ink-soft" dir="auto">
                {step.note}
              </p>
            )}
          </li>
        ))}
    </ol>
  )
}

const accountOf: Partial<Record<EntryKind, 'grants_payable' | 'grant_expense'>> = {
  grant_awarded: 'grant_expense',
  grant_disbursed: 'grants_payable',
  grant_cut: 'grants_payable',
  grant_refunded: 'grant_expense',
}

/** The part of the grant that an entry moved, in its currency; a reversal says what it reverses, and no amount. */
function amountOf(entry: EntryRow): Money | null {
  const account = accountOf[entry.kind]
  const line = entry.lines.find((one) => one.account === account)
  return line ? { ...line.amount, amountMinor: Math.abs(line.amount.amountMinor) } : null
}
