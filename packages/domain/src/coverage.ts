import { z } from 'zod'
import { type ActivityFilter, activityFilter } from './activity-filter.ts'
import type { PlaceRef } from './activity-view.ts'
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

/** Work that still has to be done together: what is over or called off leaves a place to others. */
export const coverageStatuses = ['planned', 'ongoing'] as const
export type CoverageStatus = (typeof coverageStatuses)[number]

/** What the matrix shows; the same object is the query string of its page. Without `status`: planned and ongoing. */
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
  status: z.enum(coverageStatuses).optional().catch(undefined),
})
export type CoverageFilter = z.output<typeof coverageFilter>

export const defaultDimension: CoverageDimension = 'pillar'
export const defaultRows: CoverageRows = 'subregion'

/** A joint activity is one activity and several agencies. */
export interface CoverageCell {
  activities: number
  agencies: number
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

export type CoverageMark = 'nobody' | 'some' | 'overlap'

/** Nobody works there, some do, or so many agencies that they may do the same. Depends on agencies, not on activities. */
export function markOf({ activities, agencies }: CoverageCell): CoverageMark {
  if (activities === 0) return 'nobody'
  return agencies >= overlapFrom ? 'overlap' : 'some'
}

const oneColumn = activityFilter.pick({ pillar: true, kind: true, form: true })

/** The filter of the log that leaves what a column counts. */
export function narrowingOf(by: CoverageDimension, code: string): Pick<ActivityFilter, CoverageDimension> {
  return oneColumn.parse({ [by]: code })
}
