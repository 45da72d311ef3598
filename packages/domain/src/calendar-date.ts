import { z } from 'zod'

/** A day of the Gregorian calendar as `YYYY-MM-DD`; a day that does not exist (30 February) is refused. */
export const calendarDate = z.iso.date()
export type CalendarDate = z.infer<typeof calendarDate>

const dayInMs = 86_400_000

/** The current day in UTC, so that every reader and every server agrees on it. */
export function today(now: Date = new Date()): CalendarDate {
  return now.toISOString().slice(0, 10)
}

/** Negative when `a` is before `b`, zero when they are the same day, positive when it is after. */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** The day `days` after `date`; a negative number goes back. Throws RangeError outside the years 0000 to 9999. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(dayNumber(date) + days)
}

/** Whole days from `from` to `to`, negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from)
}

/**
 * The same day of the month `months` later, or the last day of that month where it is shorter:
 * one month after 31 January is 28 or 29 February. Throws RangeError outside the years 0000 to 9999.
 */
export function addMonthsClamped(date: CalendarDate, months: number, day: number = dayOfMonth(date)): CalendarDate {
  const monthIndex = yearOf(date) * 12 + monthOf(date) - 1 + months
  const year = Math.floor(monthIndex / 12)
  if (year < 0 || year > 9999) throw new RangeError(`${months} months after ${date} is outside the calendar`)
  const month = monthIndex - year * 12 + 1
  const clamped = Math.min(day, daysInMonth(year, month))
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(clamped, 2)}`
}

/** The number of days of a month; `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

export function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4))
}

export function monthOf(date: CalendarDate): number {
  return Number(date.slice(5, 7))
}

export function dayOfMonth(date: CalendarDate): number {
  return Number(date.slice(8, 10))
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

function dayNumber(date: CalendarDate): number {
  return Date.parse(`${date}T00:00:00Z`) / dayInMs
}

function fromDayNumber(number: number): CalendarDate {
  const iso = new Date(number * dayInMs).toISOString()
  if (iso.length !== 24) throw new RangeError('The day is outside the years 0000 to 9999')
  return iso.slice(0, 10)
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, '0')
}
