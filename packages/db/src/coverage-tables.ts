import type { Generated, GeneratedAlways } from 'kysely'

/** Appended differences, as `activity_tally`; `agency_id` is null where an activity counts once, whoever shares it. */
export interface CoverageTallyTable {
  id: GeneratedAlways<number>
  place_code: string
  dimension: string
  code: string
  status: string
  agency_id: string | null
  count: number
  folded: Generated<boolean>
}

export interface CoverageTables {
  coverage_tally: CoverageTallyTable
}
