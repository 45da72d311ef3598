import { type Kysely, sql } from 'kysely'
import { guardTable } from './guard-table.ts'

// Planned and ongoing work by place × pillar, kind or form, and the agencies that do it: the matrix of gaps and
// overlaps. By appended differences, so that no write waits for another one's count. Read by the group alone, since it
// counts exact places. The keys are bounded by places, codes and agencies, however long the log.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table coverage_tally (
      id bigint generated always as identity primary key,
      place_code text not null,
      dimension text not null check (dimension in ('whole', 'pillar', 'kind', 'form')),
      code text not null,
      status text not null check (status in ('planned', 'ongoing')),
      agency_id uuid references agency (id),
      count integer not null check (count <> 0),
      folded boolean not null default false
    )`.execute(db)
  await sql`
    create index coverage_tally_by_place on coverage_tally (place_code, dimension, status, code, agency_id)
    include (count)`.execute(db)
  await sql`create index coverage_tally_loose on coverage_tally (id) where not folded`.execute(db)

  // Once for the activity (agency_id null), and once for each of its agencies.
  await sql`
    create function coverage_keys(
      place text, counted boolean, work_status text, work_kind text, work_pillars text[], work_forms text[],
      agencies uuid[]
    ) returns table (place_code text, dimension text, code text, status text, agency_id uuid)
    language sql immutable begin atomic
      select place, d.dimension, d.code, work_status, g.agency_id
      from (
        select 'whole', 'all'
        union select 'kind', work_kind where work_kind is not null
        union select 'pillar', one from unnest(work_pillars) one
        union select 'form', one from unnest(work_forms) one
      ) d (dimension, code)
      cross join (select null::uuid union select unnest(agencies)) g (agency_id)
      where counted and work_status in ('planned', 'ongoing');
    end`.execute(db)

  const keysOf = 'coverage_keys(r.place_code, a.counted, a.status, a.kind, a.pillars, a.forms, a.agency_ids)'
  // The places of an activity as the group knows them, with every region around them.
  const ofActivities = (rows: string, sign: number) => `
    select ${sign} as sign, k.* from ${rows} a
    join activity_area r on r.activity_id = a.id and r.scope = 'group'
    cross join lateral ${keysOf} k`
  const ofAreas = (rows: string, sign: number) => `
    select ${sign} as sign, k.* from ${rows} r
    join activity a on a.id = r.activity_id
    cross join lateral ${keysOf} k
    where r.scope = 'group'`
  await sql.raw(summed(ofActivities('activity', 1))).execute(db)

  // A new activity has no place yet, and one that goes has lost its places before.
  await count(
    db,
    'activity',
    'update',
    'old table as old_rows new table as new_rows',
    `${ofActivities('old_rows', -1)} union all ${ofActivities('new_rows', 1)}`,
  )
  await count(db, 'activity_area', 'insert', 'new table as new_rows', ofAreas('new_rows', 1))
  await count(db, 'activity_area', 'delete', 'old table as old_rows', ofAreas('old_rows', -1))

  // Folds what was appended since the last time into its keys, and no other key.
  await sql`
    create function fold_coverage_tally() returns trigger language plpgsql as $$
    begin
      if exists (select from new_rows where not folded and id % 5000 = 0)
        and pg_try_advisory_xact_lock(hashtext('coverage_tally')) then
        with loose as materialized (
          select distinct place_code, dimension, status, code, agency_id from coverage_tally where not folded
        ), gone as (
          delete from coverage_tally t using loose l
          where t.place_code = l.place_code and t.dimension = l.dimension and t.status = l.status and t.code = l.code
            and t.agency_id is not distinct from l.agency_id
          returning t.place_code, t.dimension, t.code, t.status, t.agency_id, t.count
        )
        insert into coverage_tally (place_code, dimension, code, status, agency_id, count, folded)
        select place_code, dimension, code, status, agency_id, sum(count), true from gone
        group by 1, 2, 3, 4, 5 having sum(count) <> 0;
      end if;
      return null;
    end $$`.execute(db)
  await sql`
    create trigger fold after insert on coverage_tally referencing new table as new_rows
    for each statement execute function fold_coverage_tally()`.execute(db)

  await guardTable(db, 'coverage_tally')
  await sql`grant select, insert, delete on coverage_tally to concert_app`.execute(db)
  await sql`
    create policy read on coverage_tally for select to concert_app using ((select actor_signed_in()))`.execute(db)
  await sql`
    create policy add on coverage_tally for insert to concert_app with check (pg_trigger_depth() > 0)`.execute(db)
  await sql`
    create policy fold on coverage_tally for delete to concert_app using (pg_trigger_depth() > 0)`.execute(db)
}

function summed(differences: string): string {
  return `
    insert into coverage_tally (place_code, dimension, code, status, agency_id, count)
    select place_code, dimension, code, status, agency_id, sum(sign) from (${differences}) difference
    group by place_code, dimension, code, status, agency_id having sum(sign) <> 0`
}

async function count(
  db: Kysely<unknown>,
  table: string,
  event: string,
  referencing: string,
  differences: string,
): Promise<void> {
  const name = `cover_${table}_${event}`
  await sql`
    create function ${sql.raw(name)}() returns trigger language plpgsql as $$
    begin
      ${sql.raw(summed(differences))};
      return null;
    end $$`.execute(db)
  await sql`
    create trigger ${sql.raw(`cover_on_${event}`)} after ${sql.raw(event)} on ${sql.table(table)}
    referencing ${sql.raw(referencing)} for each statement execute function ${sql.raw(name)}()`.execute(db)
}
