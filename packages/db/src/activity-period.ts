import type { CalendarDate } from '@concert/domain/calendar-date'
import { type RawBuilder, sql } from 'kysely'

export interface Period {
  from?: CalendarDate
  until?: CalendarDate
}

/** Whether an activity (`a`) is at work on any day of a period; one whose start is not known is in none. */
export function isAtWorkIn({ from, until }: Period): RawBuilder<boolean> {
  return sql`a.start_on <= ${until ?? 'infinity'}::date
    and activity_last_day(a.start_on, a.end_on, a.status) >= ${from ?? '-infinity'}::date`
}
