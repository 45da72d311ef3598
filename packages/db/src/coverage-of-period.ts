import type { CoverageDimension, CoverageStatus } from '@concert/domain/coverage'
import { sql } from 'kysely'
import { isAtWorkIn, type Period } from './activity-period.ts'
import type { Db } from './client.ts'
import type { KeptCell } from './coverage.ts'

const columns = { pillar: sql`a.pillars`, kind: sql`array_remove(array[a.kind], null)`, form: sql`a.forms` }

/** The same cells as `findCoverage`, counted from the work of a period alone: the cost grows with that work. */
export async function findCoverageOfPeriod(
  db: Db,
  wanted: { by: CoverageDimension; statuses: readonly CoverageStatus[]; placeCodes: readonly string[]; period: Period },
): Promise<KeptCell[]> {
  const { rows } = await sql<KeptCell>`
    with worked as materialized (
      select a.id, a.agency_ids, ${columns[wanted.by]} as codes from activity a
      where a.counted and a.status = any (${wanted.statuses}) and ${isAtWorkIn(wanted.period)}
    ), counted as materialized (
      select r.place_code, c.code, w.agency_ids, count(*) as count
      from worked w
      join activity_area r on r.activity_id = w.id and r.scope = 'group'
      join unnest(${wanted.placeCodes}::text[]) shown (place_code) on shown.place_code = r.place_code
      cross join lateral (select ''::text union all select unnest(w.codes)) c (code)
      group by r.place_code, c.code, w.agency_ids
    ), there as (
      select place_code, code, count(distinct one.agency_id)::integer as agencies
      from counted cross join lateral unnest(agency_ids) one (agency_id)
      group by place_code, code
    )
    select place_code as "placeCode", nullif(code, '') as code, sum(count)::integer as activities, agencies
    from counted join there using (place_code, code)
    group by place_code, code, agencies`.execute(db)
  return rows
}
