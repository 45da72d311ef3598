import { activityFilter } from '@concert/domain/activity-filter'
import { monthOfCalendar, timelineSearch } from '@concert/domain/calendar-view'
import { z } from 'zod'

const { agency, place, pillar, kind, status } = activityFilter.shape

export const calendarViews = ['timeline', 'month'] as const

/** The filters of the log that a calendar takes, its window, and the month of the other view. */
export const calendarSearch = timelineSearch.extend({
  agency: agency.catch(undefined),
  place: place.catch(undefined),
  pillar: pillar.catch(undefined),
  kind: kind.catch(undefined),
  status: status.catch(undefined),
  view: z.enum(calendarViews).optional().catch(undefined),
  month: monthOfCalendar.optional().catch(undefined),
})
export type CalendarSearch = z.output<typeof calendarSearch>

/** What is asked of the server: unless the reader says otherwise, what is still to come. */
export function filterOf({ agency, place, pillar, kind, status }: CalendarSearch) {
  return { agency, place, pillar, kind, status: status ?? (['planned', 'ongoing'] as const).slice() }
}
