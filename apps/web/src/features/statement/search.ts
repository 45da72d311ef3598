import { type CalendarDate, calendarDate, today, yearOf } from '@concert/domain/calendar-date'
import type { StatementPeriod } from '@concert/domain/statement'
import { z } from 'zod'
import { searched } from '../../books/search-values.ts'

/** Which statement, as it stands in the address: this calendar year unless said otherwise. */
export const statementSearch = z.object({
  from: searched(calendarDate),
  until: searched(calendarDate),
  asOf: searched(z.int().min(0).max(Number.MAX_SAFE_INTEGER)),
})
export type StatementSearch = z.output<typeof statementSearch>

export const yearSearch = z.object({ year: searched(z.int().min(1900).max(2200)) })

export function periodOf({ from, until, asOf }: StatementSearch): StatementPeriod {
  const year = yearOf(until ?? from ?? today())
  return { from: from ?? firstDayOf(year), until: until ?? lastDayOf(year), asOfEntry: asOf }
}

export function firstDayOf(year: number): CalendarDate {
  return `${year}-01-01`
}

export function lastDayOf(year: number): CalendarDate {
  return `${year}-12-31`
}
