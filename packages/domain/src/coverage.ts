import { z } from 'zod'
import { type ActivityFilter, activityFilter } from './activity-filter.ts'
import type { PlaceRef } from './activity-view.ts'
import { calendarDate } from './calendar-date.ts'
import { activityKinds, exploitationForms, pillars } from './codelists.ts'

/** What stands across the top of the matrix, and the codes in their order. */
export const coverageDimensions = ['pillar', 'kind', 'form'] as const
export type CoverageDimension = (typeof coverageDimensions)[number]
export const coverageCodes = {
  pillar: pillars,
  kind: activityKinds,
  form: exploitationForms,
} as const satisfies Record<CoverageDimension, readonly string[]>

/** What stands down its side, in the levels of M49. */
export const coverageRows = ['region', 'subregion', 'country'] as const
export type CoverageRows = (typeof coverageRows)[number]

const statuses = ['planned', 'ongoing', 'completed'] as const
export type CoverageStatus = (typeof statuses)[number]

/** What the matrix shows; the same object is the query string of its page. Without `status`: all that it counts. */
export const coverageFilter = z.object({
  by: z.enum(coverageDimensions).optional().catch(undefined),
  rows: z.enum(coverageRows).optional().catch(undefined),
  /** The region, by its M49 code, whose parts are shown. */
  within: z
    .union([z.number().transform(String), z.string()])
    .pipe(z.string().regex(/^\d{1,3}$/))
    .transform((code) => code.padStart(3, '0'))
    .optional()
    .catch(undefined),
  status: z.enum(statuses).optional().catch(undefined),
  /** Work on any day from here on; with `until`, both days included. */
  from: calendarDate.optional().catch(undefined),
  until: calendarDate.optional().catch(undefined),
})
export type CoverageFilter = z.output<typeof coverageFilter>

/**
 * Without a period, work that still has to be done together: what is over leaves a place to others. In a period, what is
 * completed counts too; what was called off never does.
 */
export function coverageStatuses({ from, until }: Pick<CoverageFilter, 'from' | 'until'>): readonly CoverageStatus[] {
  return from === undefined && until === undefined ? ['planned', 'ongoing'] : statuses
}

/** The statuses that are counted: the one asked for, where it is one that can be. */
export function countedStatuses(filter: CoverageFilter): readonly CoverageStatus[] {
  const all = coverageStatuses(filter)
  return filter.status !== undefined && all.includes(filter.status) ? [filter.status] : all
}

export const defaultDimension: CoverageDimension = 'pillar'
export const defaultRows: CoverageRows = 'subregion'

/** A joint activity is one activity and several agencies. */
export interface CoverageCell {
  activities: number
  agencies: number
  /** Requests from there for that which nobody has taken up, whatever period is shown. */
  unanswered: number
}

export interface CoverageRow {
  place: PlaceRef
  /** Whatever is done there, a joint activity and one with several codes once. */
  whole: CoverageCell
  /** One for each code, in the order of `coverageCodes`. */
  cells: CoverageCell[]
}

export interface CoverageMatrix {
  by: CoverageDimension
  rows: CoverageRow[]
  /** The same for all rows together, an activity in several of them once. */
  everywhere: CoverageRow
  asOf: string
}

/** As many agencies doing the same in one place ask for a word between them. */
export const overlapFrom = 3

export type CoverageMark = 'asked' | 'nobody' | 'some' | 'overlap'

/**
 * A State asked and nobody works there, nobody does and none asked, some do, or so many agencies that they may do the
 * same. Depends on agencies, not on activities.
 */
export function markOf({ activities, agencies, unanswered }: CoverageCell): CoverageMark {
  if (activities === 0) return unanswered > 0 ? 'asked' : 'nobody'
  return agencies >= overlapFrom ? 'overlap' : 'some'
}

const oneColumn = activityFilter.pick({ pillar: true, kind: true, form: true })

/** The filter of the log that leaves what a column counts. */
export function narrowingOf(by: CoverageDimension, code: string): Pick<ActivityFilter, CoverageDimension> {
  return oneColumn.parse({ [by]: code })
}
