import { z } from 'zod'
import { type CalendarDate, calendarDate } from './calendar-date.ts'
import type { RevaluedAccount } from './journal/closing-entry.ts'

/** The last day of the period that is closed: nothing is booked up to it any more. */
export const periodEnd = z.strictObject({ until: calendarDate })

export const periodClosing = periodEnd.safeExtend({ idempotencyKey: z.uuid() })
export type PeriodClosing = z.infer<typeof periodClosing>

export interface ClosedPeriod {
  until: CalendarDate
  closedAt: string
  closedBy: string
  /** The entry that revalued what stood open; null where there was nothing to revalue. */
  entryNumber: number | null
}

/** What closing would book for one account in one currency. Amounts are signed as the account is; `…Usd` in US cents. */
export interface RevaluationRow {
  account: RevaluedAccount
  currency: string
  /** How many accounts, pledges, payments or grants it is made of. */
  subjects: number
  amountMinor: number
  carriedUsd: number
  closingUsd: number
  /** Null where there is no rate of the closing day that may be used. */
  rate: { unitsPerUsd: string; on: CalendarDate; source: string } | null
}

/** What a closing would do, before it is done. */
export interface ClosingPreview {
  until: CalendarDate
  rows: RevaluationRow[]
  /** What the fund's balance gains or loses on the closing day. */
  differenceUsd: number
  /** What of that is taken back with later days, for what was settled since. */
  takenBackUsd: number
  /** Refusals that stand in the way, with their parameters, as closing would answer with the first of them. */
  refusals: { code: string; params: Record<string, string | number> }[]
  /** What the period leaves open; no hindrance. */
  left: { unallocatedPayments: number; overdueAfter: number }
}
