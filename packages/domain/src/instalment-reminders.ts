import { z } from 'zod'
import { addDays, type CalendarDate, compareDates } from './calendar-date.ts'
import type { Money } from './money.ts'

export const reminderBuckets = ['overdue', 'due_today', 'within_7', 'within_30'] as const
export const reminderBucket = z.enum(reminderBuckets)
export type ReminderBucket = z.infer<typeof reminderBucket>

/** An instalment that is not due within this many days reminds nobody yet. */
export const reminderDays = 30

/** How near an instalment is on the day `today`. The seventh and the thirtieth day belong to their buckets. */
export function bucketOf(dueOn: CalendarDate, today: CalendarDate): ReminderBucket | 'later' {
  const apart = compareDates(dueOn, today)
  if (apart < 0) return 'overdue'
  if (apart === 0) return 'due_today'
  if (compareDates(dueOn, addDays(today, 7)) <= 0) return 'within_7'
  return compareDates(dueOn, addDays(today, reminderDays)) <= 0 ? 'within_30' : 'later'
}

interface Scheduled {
  dueOn: CalendarDate
  position: number
  amount: Money
  paid: Money
}

/**
 * What of each instalment is owed, in the pledge's currency, the oldest first; those of which nothing is owed are left
 * out. Only what is formalised is owed: together at most `outstanding`, the receivable of the pledge, so that a pledge
 * that was withdrawn, written off or paid owes nothing, whatever its schedule says.
 */
export function owedInstalments<Part extends Scheduled>(
  outstanding: Money,
  instalments: readonly Part[],
): (Part & { owed: Money })[] {
  let left = outstanding.amountMinor
  const owed: (Part & { owed: Money })[] = []
  for (const part of instalments.toSorted((a, b) => compareDates(a.dueOn, b.dueOn) || a.position - b.position)) {
    const amountMinor = Math.min(left, part.amount.amountMinor - part.paid.amountMinor)
    if (amountMinor <= 0) continue
    left -= amountMinor
    owed.push({ ...part, owed: { amountMinor, currency: outstanding.currency } })
  }
  return owed
}

export const dueFilter = z.strictObject({
  bucket: reminderBucket.optional(),
  page: z.int().min(1).max(10_000).default(1),
})
export type DueFilter = z.infer<typeof dueFilter>

/** An instalment that falls due or fell due, as fund managers see it. */
export interface DueInstalment {
  id: string
  pledgeReference: string
  donorId: string
  donorName: string | null
  anonymous: boolean
  position: number
  dueOn: CalendarDate
  owed: Money
  /** The part of the receivable's dollars, in US cents. */
  owedUsd: number
}

/** What is due by bucket, all of it, and a page of it with the oldest first. */
export interface DueInstalments {
  asOf: CalendarDate
  buckets: Record<ReminderBucket, { count: number; owedUsd: number }>
  rows: (DueInstalment & { bucket: ReminderBucket })[]
  total: number
  page: number
  pageSize: number
}
