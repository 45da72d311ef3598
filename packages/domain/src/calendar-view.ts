import { z } from 'zod'
import { activityFilter } from './activity-filter.ts'
import type { ActivitySummary, AgencyRef, PlaceRef } from './activity-view.ts'
import { type CalendarDate, calendarDate } from './calendar-date.ts'

/** What the rows of a timeline are. Subregions are those of M49: the place that the public is told of sensitive work. */
export const timelineRows = ['agency', 'country', 'subregion'] as const
export type TimelineGrouping = (typeof timelineRows)[number]
export const defaultGrouping: TimelineGrouping = 'agency'

/** How many months a timeline shows; the windows that a page offers. */
export const timelineLengths = [3, 6, 12, 24, 60] as const
export const defaultLength = 12
const longest = 240

/** As many activities as a timeline holds, and as many as a month holds that start, or that end. */
export const mostOnTimeline = 400
export const mostInMonth = 200

const narrowing = activityFilter.omit({ sort: true, page: true, pageSize: true })
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

export const timelineRequest = narrowing.extend({
  from: calendarDate,
  months: z.int().min(1).max(longest),
})
export type TimelineRequest = z.output<typeof timelineRequest>

export const monthRequest = narrowing.extend({ month })
export type MonthRequest = z.output<typeof monthRequest>

/** What of a timeline stands in an address; an address that cannot be read opens the page as it is at first. */
export const timelineSearch = z.object({
  from: calendarDate.optional().catch(undefined),
  months: z.int().min(1).max(longest).optional().catch(undefined),
  rows: z.enum(timelineRows).optional().catch(undefined),
})
export type TimelineSearch = z.output<typeof timelineSearch>

export const monthOfCalendar = month

/** An activity as a bar: agencies by slug and places by code, so that each name travels once. */
export interface ScheduledActivity
  extends Pick<ActivitySummary, 'reference' | 'title' | 'kind' | 'status' | 'startOn' | 'endOn' | 'visibility'> {
  /** The lead first. */
  agencies: string[]
  places: string[]
}

export interface SchedulePlace extends PlaceRef {
  /** The M49 subregion that contains it; a wider region itself. */
  subregion: string
}

/** Activities with the names that they use. */
export interface Schedule {
  activities: ScheduledActivity[]
  agencies: AgencyRef[]
  /** The places that the activities name, and their subregions. */
  places: SchedulePlace[]
  /** There are more than are told. */
  isMore: boolean
  asOf: string
}

export const groupDateKinds = ['round_deadline', 'group_meeting'] as const

/** A day of the group's own: the deadline of a reporting round, a meeting of the working group. */
export interface GroupDate {
  kind: (typeof groupDateKinds)[number]
  id: string
  on: CalendarDate
  /** Of a meeting. */
  title: string | null
}

/** What is on which day of a month: activities by the references of those that start or end in it. */
export interface CalendarMonth extends Schedule {
  starting: string[]
  ending: string[]
  dates: GroupDate[]
}
