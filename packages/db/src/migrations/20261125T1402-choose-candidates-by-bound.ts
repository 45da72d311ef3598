import { type Kysely, sql } from 'kysely'

// What may overlap, by what it can score at most: place, period and words give no more than 52 of the 65 points that
// make an overlap, so that whoever shares too little besides is not read at all. Kind, forms, audiences, pillars and
// targets are weighed as if those shared were all; what is read is then weighed exactly (see overlapWeights). Beyond what
// shares a place, `anywhere` finds what is not tied to one: no search among words, whose cost grew with the log.
export async function up(db: Kysely<unknown>): Promise<void> {
  // Thousands are looked at and a hundred read: what is looked at stands in the index, apart from the wide rows.
  await sql`
    create index activity_for_overlaps on activity (id)
    include (lead_agency_id, kind, status, start_on, end_on, forms, audiences, pillars, sdg_targets)
    where counted and status <> 'cancelled'`.execute(db)
  await sql`drop function overlap_candidates(uuid, uuid, text[], text[], tsquery, text[], date, date, integer)`.execute(
    db,
  )
  await sql`
    create function overlap_candidates(
      self uuid, lead uuid, places text[], containers text[], anywhere tsquery, words text[], from_on date, until_on date,
      wanted_kind text, wanted_forms text[], wanted_audiences text[], wanted_pillars text[], wanted_targets text[],
      at_least integer, most integer
    ) returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public
    as $$
    declare found uuid[];
    begin
      with near as (
        (select activity_id as id from activity_area
          where place_code = any (places) and scope = 'group' and counted
            and (until_on is null or start_on <= until_on)
          order by start_on desc nulls last limit 3000)
        union
        (select activity_id from activity_area
          where place_code = any (places) and scope = 'group' and counted and start_on is null limit 200)
        union
        (select p.activity_id from activity_place p where p.place_code = any (containers) limit 1000)
        union
        (select id from activity where facets @@ anywhere and counted limit 1000)
      )
      select array_agg(best.id) into found from (
        select a.id from near join activity a using (id)
        cross join lateral (select
          case when a.kind = wanted_kind then 16 else 0 end
          + case when a.forms && wanted_forms then 10 else 0 end
          + case when a.audiences && wanted_audiences then 10 else 0 end
          + case when a.pillars && wanted_pillars then 6 else 0 end
          + case when a.sdg_targets && wanted_targets then 6 else 0 end) bound (points)
        where a.counted and a.status <> 'cancelled' and a.id is distinct from self and a.lead_agency_id <> lead
          and (until_on is null or a.start_on is null or a.start_on <= until_on)
          and (from_on is null or a.end_on is null or a.end_on >= from_on)
          and bound.points >= at_least
        order by bound.points + case when strpos(a.search, words[1]) > 0 then 3 else 0 end
          + case when strpos(a.search, words[2]) > 0 then 3 else 0 end desc, a.id
        limit most
      ) best;
      return coalesce(found, '{}');
    end $$`.execute(db)
}
