import type { ActivityFilter } from '@concert/domain/activity-filter'
import type { ActivityCounts, AgencyRef, PlaceRef, Readership } from '@concert/domain/activity-view'
import { sql } from 'kysely'
import { countLimit, narrow } from './activities-filter.ts'
import type { Db } from './client.ts'

interface Tally {
  dimension: string
  key: string
  count: number
}

/** Counts of the whole log along every dimension, from what each write keeps up to date. */
export async function sumActivityTallies(db: Db, readership: Readership): Promise<ActivityCounts> {
  const { rows } = await sql<Tally>`
    select dimension, key, sum(count) as count from activity_tally where scope = ${readership}
    group by dimension, key having sum(count) <> 0 order by dimension, key`.execute(db)
  return toCounts(db, rows)
}

/** How many activities there are, a joint one counted once. */
export async function sumAllActivities(db: Db, readership: Readership): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select coalesce(sum(count), 0) as total from activity_tally
    where scope = ${readership} and dimension = 'total' and key = 'all'`.execute(db)
  return rows[0]?.total ?? 0
}

/** The same counts for what a filter leaves; undefined when that is more than `countLimit` activities. */
export async function countByDimension(
  db: Db,
  filter: ActivityFilter,
  readership: Readership,
): Promise<ActivityCounts | undefined> {
  const narrowed = await narrow(db, filter, readership)
  if (narrowed.total === 'many' || Number(narrowed.total) > countLimit) return undefined
  const { rows } = await sql<Tally>`
    with found as materialized (
      select ${narrowed.id} as id from ${narrowed.from} where ${narrowed.where} limit ${countLimit + 1}
    ), facts as materialized (
      select a.id, a.facets from found join activity a on a.id = found.id
    ), keys (dimension, key) as (
      select k.dimension, k.key from facts f
      cross join lateral activity_tally_keys('group', true, f.facets) k
      union all
      select d.dimension, r.place_code from facts f
      join activity_area r on r.activity_id = f.id and r.scope = ${readership}
      join place p on p.code = r.place_code
      cross join lateral (values
        ('place', r.named),
        ('region', p.level = 'region' or p.level = 'world' and r.named)) d (dimension, holds)
      where d.holds
    )
    select dimension, key, count(*) as count from keys group by dimension, key order by dimension, key`.execute(db)
  const counts = await toCounts(db, rows)
  return counts.total > countLimit ? undefined : counts
}

/** Keys of which the kept counts and a scan of the log disagree. */
export async function findWrongTallies(
  db: Db,
): Promise<{ scope: string; dimension: string; key: string; kept: number; counted: number }[]> {
  const { rows } = await sql<{ scope: string; dimension: string; key: string; kept: number; counted: number }>`
    with scanned as (
      select k.scope, k.dimension, k.key, count(*) as count from activity a
      cross join lateral activity_tally_keys(a.audience, a.counted, a.facets) k
      group by 1, 2, 3
      union all
      select r.scope, d.dimension, r.place_code, count(*) from activity_area r join place p on p.code = r.place_code
      cross join lateral (values
        ('place', r.named),
        ('region', p.level = 'region' or p.level = 'world' and r.named)) d (dimension, holds)
      where d.holds and case r.scope when 'public' then r.audience = 'public' else r.counted end
      group by 1, 2, 3
    ), kept as (
      select scope, dimension, key, sum(count) as count from activity_tally where dimension <> 'paragraph'
      group by 1, 2, 3 having sum(count) <> 0
    )
    select scope, dimension, key, coalesce(kept.count, 0) as kept, coalesce(scanned.count, 0) as counted
    from kept full join scanned using (scope, dimension, key)
    where kept.count is distinct from scanned.count
    order by 1, 2, 3`.execute(db)
  return rows
}

async function toCounts(db: Db, tallies: readonly Tally[]): Promise<ActivityCounts> {
  const of = (dimension: string) => tallies.filter((tally) => tally.dimension === dimension)
  const coded = (dimension: string) => of(dimension).map(({ key, count }) => ({ code: key, count }))
  const agencies = await findAgencyRefs(db, of('agency'))
  const places = await findPlaceRefs(db, [...of('region'), ...of('place')])
  const placed = (dimension: string) =>
    of(dimension).flatMap(({ key, count }) => {
      const place = places.get(key)
      return place ? [{ place, count }] : []
    })
  return {
    total: of('total')[0]?.count ?? 0,
    byAgency: of('agency').flatMap(({ key, count }) => {
      const agency = agencies.get(key)
      return agency ? [{ agency, count }] : []
    }),
    byPillar: coded('pillar'),
    byYear: of('year').map(({ key, count }) => ({ year: key === 'none' ? null : Number(key), count })),
    byRegion: placed('region'),
    byPlace: placed('place'),
    byKind: coded('kind'),
    byStatus: coded('status'),
  }
}

async function findAgencyRefs(db: Db, tallies: readonly Tally[]): Promise<Map<string, AgencyRef>> {
  if (tallies.length === 0) return new Map()
  const ids = tallies.map(({ key }) => key)
  const rows = await db.selectFrom('agency').select(['id', 'slug', 'acronym', 'names']).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, row]))
}

async function findPlaceRefs(db: Db, tallies: readonly Tally[]): Promise<Map<string, PlaceRef>> {
  if (tallies.length === 0) return new Map()
  const codes = tallies.map(({ key }) => key)
  const rows = await db
    .selectFrom('place')
    .select(['code', 'iso3', 'level', 'names', 'footnote', 'has_page'])
    .where('code', 'in', codes)
    .execute()
  return new Map(rows.map(({ has_page, ...row }) => [row.code, { ...row, hasPage: has_page }]))
}
