import { type CalendarDate, compareDates } from '../calendar-date.ts'
import type { AllocationRow, EntryRow, LineRow } from '../fund-views.ts'
import type { Money } from '../money.ts'
import type { Account } from './accounts.ts'

export const pledgeEventKinds = [
  'announced',
  'announcement_raised',
  'announcement_lowered',
  'formalised',
  'formalised_conditionally',
  'condition_met',
  'increased',
  'reduced',
  'withdrawn',
  'received',
  'written_off',
] as const
export type PledgeEventKind = (typeof pledgeEventKinds)[number]

/** One thing that happened to a pledge of money, as its story tells it; the amount is never negative. */
export interface PledgeEvent {
  kind: PledgeEventKind
  on: CalendarDate
  amount: Money
  usdMinor: number
  reason: string | null
  /** The payment that paid it. */
  payment: string | null
  entryNumber: number
  /** The entry that took it back. */
  reversedBy: number | null
}

type Told = Pick<PledgeEvent, 'kind' | 'amount' | 'usdMinor'>

/**
 * What the entries of the pledge `reference` say, in the order of days. What was taken back stays and says so; the
 * entry that took it back is no event of its own. What a payment paid stands at the day on which it came in.
 */
export function pledgeEvents(
  reference: string,
  entries: readonly EntryRow[],
  allocations: readonly Pick<AllocationRow, 'paymentReference' | 'receivedOn'>[],
): PledgeEvent[] {
  const cameIn = new Map(allocations.map((one) => [one.paymentReference, one.receivedOn]))
  const events = entries.flatMap((entry) => {
    const lines = entry.lines.filter((line) => line.about.pledge === reference)
    const payment = lines.find((line) => line.about.payment !== null)?.about.payment ?? null
    const on = (payment !== null && cameIn.get(payment)) || entry.valueDate
    const { reason, number, reversedBy } = entry
    return told(entry, lines).map((one) => ({ ...one, on, reason, payment, entryNumber: number, reversedBy }))
  })
  return events.sort((a, b) => compareDates(a.on, b.on) || a.entryNumber - b.entryNumber)
}

function told({ kind }: EntryRow, lines: readonly LineRow[]): Told[] {
  const one = (event: PledgeEventKind, accounts: readonly Account[]): Told[] => {
    const part = sumOf(lines.filter((line) => accounts.includes(line.account)))
    return part && part.amount.amountMinor !== 0 ? [{ kind: event, ...sized(part) }] : []
  }
  switch (kind) {
    case 'pledge_announced':
      return one('announced', ['announced'])
    case 'announcement_changed': {
      const isLess = (sumOf(lines.filter((line) => line.account === 'announced'))?.amount.amountMinor ?? 0) < 0
      return one(isLess ? 'announcement_lowered' : 'announcement_raised', ['announced'])
    }
    case 'pledge_formalised':
      return one('formalised', ['pledge_income'])
    case 'pledge_formalised_conditionally':
      return one('formalised_conditionally', ['conditional'])
    case 'condition_met':
      return one('condition_met', ['pledge_income'])
    case 'pledge_increased':
      return one('increased', ['pledge_income'])
    case 'pledge_reduced':
      return one('reduced', ['receivable', 'conditional'])
    case 'pledge_withdrawn':
      return one('withdrawn', ['receivable', 'announced'])
    case 'pledge_written_off':
      return one('written_off', ['receivable'])
    case 'payment_allocated':
      return [...one('formalised', ['pledge_income']), ...received(lines)]
    default:
      return []
  }
}

/** What a payment paid off, at the dollars that came in for it. */
function received(lines: readonly LineRow[]): Told[] {
  const paid = sumOf(lines.filter((line) => line.account === 'receivable' && line.about.payment !== null))
  const used = sumOf(lines.filter((line) => line.account === 'unallocated'))
  return paid && used ? [{ kind: 'received', amount: sized(paid).amount, usdMinor: Math.abs(used.usdMinor) }] : []
}

function sumOf(lines: readonly LineRow[]): { amount: Money; usdMinor: number } | undefined {
  const [first, ...others] = lines
  return (
    first &&
    others.reduce(
      ({ amount, usdMinor }, line) => ({
        amount: { ...amount, amountMinor: amount.amountMinor + line.amount.amountMinor },
        usdMinor: usdMinor + line.usdMinor,
      }),
      { amount: first.amount, usdMinor: first.usdMinor },
    )
  )
}

function sized({ amount, usdMinor }: { amount: Money; usdMinor: number }) {
  return {
    amount: { ...amount, amountMinor: Math.abs(amount.amountMinor) },
    usdMinor: Math.abs(usdMinor),
  }
}
