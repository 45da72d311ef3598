import { activityFilter } from '@concert/domain/activity-filter'
import { timelineSearch } from '@concert/domain/calendar-view'
import { z } from 'zod'

export const activityViews = ['table', 'timeline', 'charts'] as const

const activitySearch = activityFilter.extend({
  ...timelineSearch.shape,
  view: z.enum(activityViews).optional(),
})
export type ActivitySearch = z.output<typeof activitySearch>

/** The filters that stand in an address; what cannot be read is left out, so that an old link still opens. */
export function readActivitySearch(search: Record<string, unknown>): ActivitySearch {
  const whole = activitySearch.safeParse(search)
  if (whole.success) return whole.data
  const unreadable = new Set(whole.error.issues.map((issue) => issue.path[0]))
  return activitySearch.parse(Object.fromEntries(Object.entries(search).filter(([key]) => !unreadable.has(key))))
}

/** The filter alone, as the server takes it. */
export function filterOf({ view: _, from: __, months: ___, rows: ____, ...filter }: ActivitySearch) {
  return filter
}
