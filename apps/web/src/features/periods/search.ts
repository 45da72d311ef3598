import { addDays, type CalendarDate, calendarDate, today } from '@concert/domain/calendar-date'
import { z } from 'zod'
import { searched } from '../../books/search-values.ts'

/** The day up to which a closing is looked at, as it stands in the address. */
export const periodSearch = z.object({ until: searched(calendarDate) })

/** The last day of the month before this one: what is usually closed next. */
export function lastMonthsEnd(now: CalendarDate = today()): CalendarDate {
  return addDays(`${now.slice(0, 7)}-01`, -1)
}
