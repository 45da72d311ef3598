import type { PlaceRef } from '@concert/domain/activity-view'
import type { CoverageCell, CoverageDimension, CoverageRows, CoverageStatus } from '@concert/domain/coverage'
import { sql } from 'kysely'
import type { Db } from './client.ts'

export interface KeptCell extends Pick<CoverageCell, 'activities' | 'agencies'> {
  placeCode: string
  /** Null for the place as a whole. */
  code: string | null
}

/** The cells of these places that are not empty, from what each write keeps: no cost grows with the log. */
export async function findCoverage(
  db: Db,
  wanted: { by: CoverageDimension; statuses: readonly CoverageStatus[]; placeCodes: readonly string[] },
): Promise<KeptCell[]> {
  const { rows } = await sql<KeptCell>`
    with kept as (
      select place_code, dimension, code, agency_id, sum(count) as count from coverage_tally
      where place_code = any (${wanted.placeCodes}) and dimension = any (${[wanted.by, 'whole']})
        and status = any (${wanted.statuses})
      group by place_code, dimension, code, agency_id having sum(count) > 0
    )
    select place_code as "placeCode", case when dimension = 'whole' then null else code end as code,
      coalesce(sum(count) filter (where agency_id is null), 0)::integer as activities,
      count(agency_id)::integer as agencies
    from kept group by place_code, dimension, code`.execute(db)
  return rows
}

/** The places of a level that have a page, in a region or everywhere. */
export async function findPlacesOfLevel(db: Db, level: CoverageRows, within: string): Promise<PlaceRef[]> {
  const { rows } = await sql<PlaceRef>`
    with recursive inside (code) as (
      select ${within}::text
      union
      select place.code from place join inside on place.parent_code = inside.code
    )
    select p.code, p.iso3, p.level, p.names, p.footnote, p.has_page as "hasPage"
    from place p join inside using (code)
    where p.level = ${level} and p.has_page
    order by p.code`.execute(db)
  return rows
}

/** A region or the world, whose parts are shown; undefined for a code that is none. */
export async function findContainer(db: Db, code: string | undefined): Promise<PlaceRef | undefined> {
  const row = await db
    .selectFrom('place')
    .select(['code', 'iso3', 'level', 'names', 'footnote', 'has_page as hasPage'])
    .where((eb) => (code === undefined ? eb('level', '=', 'world') : eb('code', '=', code)))
    .where('level', '<>', 'country')
    .executeTakeFirst()
  return row
}

/** Keys of which the kept coverage and a scan of the log disagree. */
export async function findWrongCoverage(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    with scanned as (
      select k.place_code, k.dimension, k.code, k.status, k.agency_id, count(*) as count
      from activity a
      join activity_area r on r.activity_id = a.id and r.scope = 'group'
      cross join lateral coverage_keys(r.place_code, a.counted, a.status, a.kind, a.pillars, a.forms, a.agency_ids) k
      group by 1, 2, 3, 4, 5
    ), kept as (
      select place_code, dimension, code, status, agency_id, sum(count) as count from coverage_tally
      group by 1, 2, 3, 4, 5 having sum(count) <> 0
    )
    select concat_ws(' ', coalesce(k.place_code, s.place_code), coalesce(k.dimension, s.dimension),
      coalesce(k.code, s.code), coalesce(k.status, s.status), coalesce(k.agency_id, s.agency_id)) || ': '
      || coalesce(k.count, 0) || ' ≠ ' || coalesce(s.count, 0) as name
    from kept k full join scanned s on (k.place_code, k.dimension, k.code, k.status)
      = (s.place_code, s.dimension, s.code, s.status)
      and coalesce(k.agency_id::text, '') = coalesce(s.agency_id::text, '')
    where k.count is distinct from s.count
    order by 1`.execute(db)
  return rows.map((row) => row.name)
}
