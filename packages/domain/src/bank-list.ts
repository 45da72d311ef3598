import { z } from 'zod'
import type { MatchProposal } from './bank-list-matching.ts'
import type { CalendarDate } from './calendar-date.ts'
import type { ErrorParams } from './errors.ts'
import type { BankAccount } from './fund-views.ts'
import { type Money, positiveMoney, withinBounds } from './money.ts'
import { allocationRequest } from './payment.ts'
import type { RowRefusal } from './row-refusal.ts'

/** A payment as the bank lists it. `sender` and `text` are the bank's own words, empty where it has none. */
export interface BankListRow {
  /** The line as a spreadsheet shows it. */
  line: number
  receivedOn: CalendarDate
  amount: Money
  bankReference: string | null
  sender: string
  text: string
}

/** The columns of the file, by the names that its header gives them. */
export const bankListColumns = {
  receivedOn: 'date received',
  amount: 'amount',
  currency: 'currency',
  bankReference: 'bank reference',
  sender: 'sender',
  text: 'text',
} as const

/** What a bank states below its list, and what the list itself adds up to: they have to be the same. */
export interface ControlTotals {
  count: number
  sum: Money
}

/** Throws RangeError when the sum passes 10^15 minor units. */
export function controlTotalsOf(rows: readonly Pick<BankListRow, 'amount'>[], currency: string): ControlTotals {
  const minor = rows.reduce((total, { amount }) => total + BigInt(amount.amountMinor), 0n)
  return { count: rows.length, sum: { amountMinor: withinBounds(Number(minor)), currency } }
}

const reason = z.string().trim().min(1).max(500)

/** What the officer decided on one line. A line that is booked already needs no decision. */
export const bankListDecision = z.discriminatedUnion('decision', [
  z.strictObject({
    decision: z.literal('book'),
    line: z.int().min(1),
    donorId: z.uuid(),
    allocations: z.array(allocationRequest).max(60),
    /** Why it is a payment of its own although it looks like another one. */
    lookAlikeReason: reason.nullable(),
  }),
  z.strictObject({ decision: z.literal('leave_out'), line: z.int().min(1), reason }),
])
export type BankListDecision = z.infer<typeof bankListDecision>

/** Which account the list is of, and what the bank itself says it adds up to. */
export const bankListConfirmation = z.strictObject({
  bankAccountId: z.uuid(),
  count: z.int().min(1).max(50_000),
  sum: positiveMoney,
  decisions: z.array(bankListDecision).max(50_000),
  idempotencyKey: z.uuid(),
})
export type BankListConfirmation = z.infer<typeof bankListConfirmation>

export const bankListRowStates = ['booked_already', 'looks_like', 'matched', 'not_matched'] as const
export type BankListRowState = (typeof bankListRowStates)[number]

export const bankListOutcomes = ['booked', 'booked_already', 'left_out'] as const
export type BankListOutcome = (typeof bankListOutcomes)[number]

/** A reason that keeps a line from being booked, at its column. */
export interface BankRowObstacle {
  column: string
  code: string
  params: ErrorParams
}

/** One bank list that was confirmed. */
export interface BankListSummary {
  id: string
  fileName: string
  sha256: string
  bankAccount: string
  at: string
  by: string
  totals: ControlTotals
  booked: number
  bookedAlready: number
  leftOut: number
}

/** What became of one line of a confirmed list. */
export interface BankListOutcomeRow extends BankListRow {
  outcome: BankListOutcome
  payment: string | null
  reason: string | null
}

/** A line of a bank list, with what it most likely is. */
export interface PreviewedRow extends BankListRow {
  state: BankListRowState
  /** The payment that carries its bank reference. */
  payment: string | null
  looksLike: { payments: string[]; lines: number[] }
  proposal: MatchProposal
  donorName: string | null
  /** Why it cannot be booked as it is. */
  obstacle: BankRowObstacle | null
}

/** What a bank's list says before anything is booked. */
export interface BankListPreview {
  fileName: string
  sha256: string
  account: BankAccount
  /** With any of them the list cannot be confirmed. */
  refusals: RowRefusal[]
  refusedCells: number
  unused: string[]
  totals: ControlTotals
  confirmedBefore: BankListSummary | null
  rows: PreviewedRow[]
}

/** What became of a list that was to be confirmed: all of it is booked, or every line that stands against it is named. */
export type ConfirmedBankList =
  | { confirmed: { id: string; booked: number; bookedAlready: number; leftOut: number }; refusals: [] }
  | { confirmed: null; refusals: RowRefusal[] }
