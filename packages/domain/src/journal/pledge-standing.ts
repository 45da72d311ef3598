import { type CalendarDate, compareDates } from '../calendar-date.ts'
import type { InstalmentRow } from '../fund-views.ts'
import { add, type Money, subtract } from '../money.ts'
import type { PledgeFlag, PledgeLife } from '../pledge.ts'

/** What the journal says of one pledge, in the pledge's currency; derived from its lines, never typed. */
export interface PledgeBalance {
  /** What the donor announced, after changes. */
  announced: Money
  /** Signed and due or paid, after reductions. */
  formalised: Money
  /** Signed, but its condition is not met. */
  conditional: Money
  /** The receivable of what is formalised. */
  outstanding: Money
  received: Money
  reduced: Money
  writtenOff: Money
}

/** announced − formalised − what is signed on a condition − what was taken back after it was formalised; never below zero. */
export function notYetFormalised(balance: PledgeBalance): Money {
  const rest = subtract(balance.announced, add(add(balance.formalised, balance.conditional), balance.reduced))
  return rest.amountMinor > 0 ? rest : { amountMinor: 0, currency: rest.currency }
}

/** Where a pledge stands in its life. */
export function lifeOf(balance: PledgeBalance): PledgeLife {
  const { formalised, conditional, outstanding, received, reduced, writtenOff } = balance
  const open = outstanding.amountMinor + conditional.amountMinor + notYetFormalised(balance).amountMinor > 0
  const lessened = reduced.amountMinor > 0 || writtenOff.amountMinor > 0
  if (open) {
    if (received.amountMinor > 0) return 'part_received'
    return formalised.amountMinor + conditional.amountMinor > 0 ? 'formalised' : 'announced'
  }
  if (received.amountMinor > 0) return lessened ? 'closed_partly_fulfilled' : 'received'
  return writtenOff.amountMinor > 0 ? 'closed_partly_fulfilled' : 'withdrawn'
}

/** What is to be said beside a pledge's life. Only what is formalised can be overdue. */
export function flagsOf(
  balance: PledgeBalance,
  instalments: readonly { dueOn: CalendarDate; amount: Money; paid: Money }[],
  today: CalendarDate,
): PledgeFlag[] {
  const flags: PledgeFlag[] = []
  if (overdueAmount(balance, instalments, today).amountMinor > 0) flags.push('overdue')
  if (balance.conditional.amountMinor > 0) flags.push('conditional')
  if (balance.reduced.amountMinor > 0) flags.push('reduced')
  if (balance.writtenOff.amountMinor > 0) flags.push('written_off')
  return flags
}

/** What of the receivable fell due before `today` and is not paid. */
export function overdueAmount(
  balance: PledgeBalance,
  instalments: readonly { dueOn: CalendarDate; amount: Money; paid: Money }[],
  today: CalendarDate,
): Money {
  const due = instalments
    .filter((part) => compareDates(part.dueOn, today) < 0)
    .reduce((total, part) => total + part.amount.amountMinor - part.paid.amountMinor, 0)
  return { amountMinor: Math.min(due, balance.outstanding.amountMinor), currency: balance.outstanding.currency }
}

/** Nothing is due before the pledge is formalised, and nothing is due any more once it is withdrawn or written off. */
export function instalmentState(
  balance: PledgeBalance,
  part: { dueOn: CalendarDate; amount: Money; paid: Money },
  today: CalendarDate,
): InstalmentRow['state'] {
  if (part.paid.amountMinor === part.amount.amountMinor) return 'paid'
  const life = lifeOf(balance)
  if (life === 'withdrawn' || life === 'closed_partly_fulfilled') return 'no_longer_due'
  if (balance.outstanding.amountMinor === 0) return 'not_due'
  return compareDates(part.dueOn, today) < 0 ? 'overdue' : 'due_later'
}
