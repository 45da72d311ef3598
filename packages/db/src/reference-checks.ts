import { sql } from 'kysely'
import type { Db } from './client.ts'

/** Reference rows whose source is blank. */
export async function findRowsWithoutSource(db: Db): Promise<string[]> {
  const { rows } = await sql<{ row: string }>`
    select row from (
      select 'place ' || code, source from place
      union all select 'agency ' || slug, source from agency
      union all select 'membership ' || id, source from agency_membership
      union all select 'membership count ' || as_of, source from membership_count
      union all select 'meeting ' || slug, source from meeting
      union all select 'document ' || symbol, source from meeting_document
      union all select 'resolution ' || symbol, source from resolution
      union all select 'instrument ' || slug, source from instrument
      union all select 'paragraph ' || number, source from paragraph
      union all select 'published figure ' || key, source from published_figure
    ) sourced (row, source)
    where btrim(source) = '' order by row`.execute(db)
  return rows.map(({ row }) => row)
}

/** Places from which no way leads up to the world, be it for a gap or for a circle. */
export async function findPlacesOutsideTheWorld(db: Db): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    with recursive inside (code) as (
      select code from place where level = 'world'
      union
      select place.code from place join inside on place.parent_code = inside.code
    )
    select code from place where code not in (select code from inside) order by code`.execute(db)
  return rows.map(({ code }) => code)
}

/** Agencies that hold one role twice at the same time, where both periods are dated. */
export async function findOverlappingMemberships(db: Db): Promise<string[]> {
  const { rows } = await sql<{ held: string }>`
    select agency.slug || ' ' || a.role || ' ' || a.from_on as held
    from agency_membership a
    join agency_membership b on b.agency_id = a.agency_id and b.role = a.role and b.id > a.id
      and daterange(a.from_on, a.until_on, '[]') && daterange(b.from_on, b.until_on, '[]')
    join agency on agency.id = a.agency_id
    where a.from_on is not null and b.from_on is not null
    order by held`.execute(db)
  return rows.map(({ held }) => held)
}

/** Agencies that coordinate while another one does. */
export async function findCrowdedCoordination(db: Db): Promise<string[]> {
  const { rows } = await sql<{ slug: string }>`
    select distinct agency.slug
    from agency_membership a
    join agency_membership b on b.role = 'coordinator' and b.agency_id <> a.agency_id
      and daterange(a.from_on, a.until_on, '[]') && daterange(b.from_on, b.until_on, '[]')
    join agency on agency.id = a.agency_id
    where a.role = 'coordinator' order by 1`.execute(db)
  return rows.map(({ slug }) => slug)
}

/** Years for which more than two agencies are named as chairs, unverified ones included. */
export async function findCrowdedChairYears(db: Db): Promise<string[]> {
  const { rows } = await sql<{ year: string }>`
    select year::text
    from agency_membership
    cross join lateral generate_series(
      extract(year from from_on)::integer, extract(year from coalesce(until_on, from_on))::integer) year
    where role = 'chair'
    group by year having count(distinct agency_id) > 2 order by year`.execute(db)
  return rows.map(({ year }) => year)
}

/** Paragraphs whose kept number of answers is not what counting the activities anew gives. */
export async function findWrongParagraphTallies(db: Db): Promise<string[]> {
  const { rows } = await sql<{ scope: string; key: string; kept: number; counted: number }>`
    with counted as (
      select s.scope, p.number as key, count(*) as count
      from activity
      cross join lateral (values ('group', counted), ('public', audience = 'public')) s (scope, holds)
      cross join lateral (select distinct unnest(paragraphs)) p (number)
      where s.holds group by 1, 2
    ), kept as (
      select scope, key, sum(count) as count from activity_tally
      where dimension = 'paragraph' group by 1, 2 having sum(count) <> 0
    )
    select scope, key, coalesce(kept.count, 0)::integer as kept, coalesce(counted.count, 0)::integer as counted
    from kept full join counted using (scope, key)
    where kept.count is distinct from counted.count order by 1, 2`.execute(db)
  return rows.map(({ scope, key, kept, counted }) => `${scope} ${key}: ${kept} ≠ ${counted}`)
}
