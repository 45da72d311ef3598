import { z } from 'zod'
import { addMonthsClamped, type CalendarDate, calendarDate, compareDates, dayOfMonth } from './calendar-date.ts'
import { DomainError } from './errors.ts'
import { type Money, positiveMoney } from './money.ts'

export const intervals = ['month', 'quarter', 'half_year', 'year'] as const
export const interval = z.enum(intervals)
export type Interval = z.infer<typeof interval>

const monthsOf: Record<Interval, number> = { month: 1, quarter: 3, half_year: 6, year: 12 }

export const maxInstalments = 60

/** A part of a pledge: when it falls due and how much. */
export const instalment = z.strictObject({ dueOn: calendarDate, amount: positiveMoney })
export type Instalment = z.infer<typeof instalment>

export const scheduleTerms = z.strictObject({
  amount: positiveMoney,
  count: z.int().min(1).max(maxInstalments),
  every: interval,
  /** Day of the month; 29 to 31 fall on the last day of a shorter month. Left out: the day of `from`. */
  day: z.int().min(1).max(31).optional(),
  from: calendarDate,
})
export type ScheduleTerms = z.infer<typeof scheduleTerms>

/**
 * Equal instalments in minor units, the remainder in the last. The first falls on the first `day` on or after `from`;
 * days 29 to 31 clamp to the month's end and come back. Throws DomainError `pledges.schedule_too_fine` when there are
 * more instalments than minor units.
 */
export function scheduleOf(terms: ScheduleTerms): Instalment[] {
  const first = firstDueOn(terms)
  const day = terms.day ?? dayOfMonth(terms.from)
  return splitEqually(terms.amount, terms.count).map((amount, index) => ({
    dueOn: addMonthsClamped(first, index * monthsOf[terms.every], day),
    amount,
  }))
}

/** `count` amounts that add up to `amount`: equal ones, and the last takes the remainder. */
export function splitEqually(amount: Money, count: number): Money[] {
  const each = Math.floor(amount.amountMinor / count)
  if (each < 1) throw new DomainError('pledges.schedule_too_fine', { count }, 'count')
  const last = amount.amountMinor - each * (count - 1)
  return Array.from({ length: count }, (_, index) => ({
    amountMinor: index === count - 1 ? last : each,
    currency: amount.currency,
  }))
}

function firstDueOn(terms: ScheduleTerms): CalendarDate {
  const day = terms.day ?? dayOfMonth(terms.from)
  const thisMonth = addMonthsClamped(terms.from, 0, day)
  return compareDates(thisMonth, terms.from) >= 0 ? thisMonth : addMonthsClamped(terms.from, 1, day)
}
