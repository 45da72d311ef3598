import { z } from 'zod'
import { type CalendarDate, calendarDate, compareDates } from './calendar-date.ts'
import type { Account, EntryKind } from './journal/accounts.ts'
import { withinBounds } from './money.ts'

/**
 * From which day to which, both included. `asOfEntry` leaves out whatever was booked after that entry, so that the same
 * question has the same answer for ever; without it the newest entry is taken, and named in the answer.
 */
export const statementPeriod = z
  .strictObject({
    from: calendarDate,
    until: calendarDate,
    asOfEntry: z.int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
  })
  .refine(({ from, until }) => compareDates(from, until) <= 0, {
    path: ['until'],
    params: { code: 'statement.period_order' },
  })
export type StatementPeriod = z.infer<typeof statementPeriod>

/** What was booked on an account by entries of a kind, in US cents; a reversal counts under the kind it reverses. */
export interface StatementCell {
  kind: EntryKind
  account: Account
  beforeUsd: number
  withinUsd: number
}

/** What changes the fund's balance, in the order in which it is printed. */
export const fundMovements = [
  'balances_brought_in',
  'contributions',
  'reductions',
  'given_overpayments',
  'interest',
  'grants_awarded',
  'grants_cut',
  'grants_refunded',
  'support_cost',
  'bank_charges',
  'written_off',
  'exchange_difference',
  'revaluation',
] as const
export type FundMovement = (typeof fundMovements)[number]

/** What moves money at the banks. Refunds to donors are here alone: what was refunded never was the fund's income. */
export const cashMovements = [
  'balances_brought_in',
  'received',
  'interest',
  'grants_refunded',
  'disbursed',
  'support_cost',
  'donor_refunds',
  'bank_charges',
  'conversions',
  'revaluation',
  'other',
] as const
export type CashMovement = (typeof cashMovements)[number]

/** What stands in the books at a moment: assets positive, what the fund owes negative. */
export const standingAccounts = ['cash', 'receivable', 'unallocated', 'grants_payable'] as const
export type StandingAccount = (typeof standingAccounts)[number]

export interface Movements<Id extends string> {
  openingUsd: number
  movements: { id: Id; usdMinor: number }[]
  closingUsd: number
}

/** All in US cents. */
export interface Statement {
  from: CalendarDate
  until: CalendarDate
  /** The number of the last entry that may be in it. */
  asOfEntry: number
  fund: Movements<FundMovement>
  cash: Movements<CashMovement>
  standing: { id: StandingAccount; openingUsd: number; closingUsd: number }[]
  /** What stands in the books less the fund's balance, at the end: nothing, or the books are wrong and it shows. */
  differenceUsd: number
  /** Promises, which are no asset: what stands at either end. */
  memo: { id: 'announced' | 'conditional'; openingUsd: number; closingUsd: number }[]
}

const lessening: readonly EntryKind[] = ['pledge_reduced', 'pledge_withdrawn']

/** Under which line of the fund's balance a cell is printed; undefined for accounts that do not change it. */
export function fundMovementOf(kind: EntryKind, account: Account): FundMovement | undefined {
  switch (account) {
    case 'fund_balance':
      return 'balances_brought_in'
    case 'pledge_income':
      if (kind === 'overpayment_given') return 'given_overpayments'
      return lessening.includes(kind) ? 'reductions' : 'contributions'
    case 'grant_expense':
      if (kind === 'grant_cut') return 'grants_cut'
      return kind === 'grant_refunded' ? 'grants_refunded' : 'grants_awarded'
    case 'fx_difference':
      return kind === 'period_closed' ? 'revaluation' : 'exchange_difference'
    case 'interest':
    case 'support_cost':
    case 'bank_charges':
    case 'written_off':
      return account
    default:
      return undefined
  }
}

const cashMovementOf: Partial<Record<EntryKind, CashMovement>> = {
  balance_opened: 'balances_brought_in',
  payment_received: 'received',
  interest_received: 'interest',
  grant_refunded: 'grants_refunded',
  grant_disbursed: 'disbursed',
  support_cost_charged: 'support_cost',
  payment_refunded: 'donor_refunds',
  bank_converted: 'conversions',
  period_closed: 'revaluation',
}

/**
 * The statement of a period, exact to the cent: what was there + what moved = what is there. Throws RangeError where a
 * sum passes 10^15.
 */
export function statementOf(
  period: { from: CalendarDate; until: CalendarDate; asOfEntry: number },
  cells: readonly StatementCell[],
): Statement {
  const fund = movementsOf(fundMovements, cells, ({ kind, account }) => {
    const id = fundMovementOf(kind, account)
    return id ? [{ id, sign: -1 }] : []
  })
  // A bank keeps its charge out of what it passes on: gross here, and the charge as its own line.
  const cash = movementsOf(cashMovements, cells, ({ kind, account }) => {
    const gross = { id: cashMovementOf[kind] ?? 'other', sign: 1 }
    if (account === 'cash') return [gross]
    return account === 'bank_charges' ? [gross, { id: 'bank_charges', sign: -1 }] : []
  })
  const standing = standingAccounts.map((id) => ({ id, ...endsOf(cells, id) }))
  const stands = standing.reduce((total, { closingUsd }) => total + closingUsd, 0)
  return {
    ...period,
    fund,
    cash,
    standing,
    differenceUsd: stands - fund.closingUsd,
    memo: (['announced', 'conditional'] as const).map((id) => ({ id, ...endsOf(cells, id) })),
  }
}

/** What anyone may see: totals, with what was reduced, withdrawn or written off as one line. */
export interface PublicStatement {
  year: number
  asOfEntry: number
  fund: Movements<PublicMovement>
}

export const publicMovements = [
  'balances_brought_in',
  'contributions',
  'given_overpayments',
  'no_longer_expected',
  'interest',
  'grants',
  'support_cost',
  'bank_charges',
  'exchange',
] as const
export type PublicMovement = (typeof publicMovements)[number]

const publicLineOf: Record<FundMovement, PublicMovement> = {
  balances_brought_in: 'balances_brought_in',
  contributions: 'contributions',
  reductions: 'no_longer_expected',
  given_overpayments: 'given_overpayments',
  interest: 'interest',
  grants_awarded: 'grants',
  grants_cut: 'grants',
  grants_refunded: 'grants',
  support_cost: 'support_cost',
  bank_charges: 'bank_charges',
  written_off: 'no_longer_expected',
  exchange_difference: 'exchange',
  revaluation: 'exchange',
}

/** Under which line of the public statement a cell is printed; undefined for accounts that do not change the balance. */
export function publicMovementOf(kind: EntryKind, account: Account): PublicMovement | undefined {
  const id = fundMovementOf(kind, account)
  return id && publicLineOf[id]
}

/** A calendar year for anyone: the same closing balance in fewer lines. */
export function publicStatementOf(year: number, asOfEntry: number, cells: readonly StatementCell[]): PublicStatement {
  const fund = movementsOf(publicMovements, cells, ({ kind, account }) => {
    const id = publicMovementOf(kind, account)
    return id ? [{ id, sign: -1 }] : []
  })
  return { year, asOfEntry, fund }
}

function movementsOf<Id extends string>(
  ids: readonly Id[],
  cells: readonly StatementCell[],
  partsOf: (cell: StatementCell) => { id: Id; sign: number }[],
): Movements<Id> {
  const within = new Map<Id, number>()
  let openingUsd = 0
  for (const cell of cells) {
    for (const { id, sign } of partsOf(cell)) {
      openingUsd += sign * cell.beforeUsd
      within.set(id, withinBounds((within.get(id) ?? 0) + sign * cell.withinUsd))
    }
  }
  const movements = ids.map((id) => ({ id, usdMinor: within.get(id) ?? 0 }))
  const closingUsd = movements.reduce((total, { usdMinor }) => total + usdMinor, openingUsd)
  return { openingUsd: withinBounds(openingUsd), movements, closingUsd: withinBounds(closingUsd) }
}

function endsOf(cells: readonly StatementCell[], account: Account): { openingUsd: number; closingUsd: number } {
  const ofAccount = cells.filter((cell) => cell.account === account)
  const openingUsd = ofAccount.reduce((total, { beforeUsd }) => total + beforeUsd, 0)
  const closingUsd = ofAccount.reduce((total, { withinUsd }) => total + withinUsd, openingUsd)
  return { openingUsd: withinBounds(openingUsd), closingUsd: withinBounds(closingUsd) }
}

/** What pledges moved in the period, and what of them is outstanding at its end; in US cents. */
export interface PledgeSums {
  announcedUsd: number
  /** After reductions and withdrawals. */
  formalisedUsd: number
  /** Matched to a pledge in the period. */
  receivedUsd: number
  outstandingUsd: number
}

/** The same period along donors, meetings and years. Each foots to `totals`. */
export interface StatementBreakdowns {
  asOfEntry: number
  totals: PledgeSums
  /** In the order of the reader's alphabet; all anonymous donors share the line whose `id` is null. */
  byDonor: (PledgeSums & { id: string | null; name: string | null })[]
  /** Pledges announced at no meeting share the line whose `slug` is null. */
  byMeeting: (PledgeSums & { slug: string | null; title: string | null })[]
  /** Outstanding here is what it was at the end of each year. */
  byYear: (PledgeSums & { year: number })[]
}
