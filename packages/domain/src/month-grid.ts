import { addDays, type CalendarDate, daysBetween, daysInMonth } from './calendar-date.ts'

/** The days of a month (`YYYY-MM`) in weeks that begin on Monday; null for the days of the months beside it. */
export function weeksOf(month: string): (CalendarDate | null)[][] {
  const first = `${month}-01`
  // 1 January 2024 was a Monday.
  const before = ((daysBetween('2024-01-01', first) % 7) + 7) % 7
  const days = daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)))
  const weeks = Math.ceil((before + days) / 7)
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (__, weekday) => {
      const day = week * 7 + weekday - before
      return day >= 0 && day < days ? addDays(first, day) : null
    }),
  )
}
