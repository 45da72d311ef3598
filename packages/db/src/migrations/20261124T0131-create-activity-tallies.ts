import { type Kysely, sql } from 'kysely'

// Counts for charts, by appended differences: no write waits for another one's count, so none can deadlock. The sum
// over a key is the count; now and then one writer folds the differences together.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table activity_tally (
      id bigint generated always as identity primary key,
      scope text not null check (scope in ('public', 'group')),
      dimension text not null check (dimension in
        ('total', 'region', 'place', 'agency', 'kind', 'level', 'status', 'year', 'pillar', 'sdg', 'form', 'audience', 'tag')),
      key text not null,
      count integer not null check (count <> 0),
      folded boolean not null default false
    )`.execute(db)
  await sql`create index activity_tally_by_key on activity_tally (scope, dimension, key) include (count)`.execute(db)

  await sql`
    create function activity_tally_keys(audience text, counted boolean, facets tsvector)
    returns table (scope text, dimension text, key text) language sql immutable begin atomic
      select s.scope, k.dimension, k.key
      from (values ('group', counted), ('public', audience = 'public')) s (scope, holds)
      cross join lateral (
        select 'total', 'all'
        union all
        select split_part(f.lexeme, ':', 1), substr(f.lexeme, strpos(f.lexeme, ':') + 1)
        from unnest(facets) f where f.lexeme not like 'paragraph:%'
        union all
        select d.dimension, 'none' from unnest(array['pillar', 'kind', 'year']) d (dimension)
        where not exists (select from unnest(facets) f where split_part(f.lexeme, ':', 1) = d.dimension)
      ) k (dimension, key)
      where s.holds;
    end`.execute(db)

  const activityKeys = (rows: string, sign: number) => `
    select ${sign} as sign, k.* from ${rows} r
    cross join lateral activity_tally_keys(r.audience, r.counted, r.facets) k`
  // A region counts an activity once, however many of its countries it names.
  const areaKeys = (rows: string, sign: number) => `
    select ${sign} as sign, r.scope, d.dimension, r.place_code as key
    from ${rows} r join place on place.code = r.place_code
    cross join lateral (values
      ('place', r.named),
      ('region', place.level = 'region' or place.level = 'world' and r.named)) d (dimension, holds)
    where d.holds and case r.scope when 'public' then r.audience = 'public' else r.counted end`
  await createCounting(db, 'activity', 'tally_activity', activityKeys)
  await createCounting(db, 'activity_area', 'tally_activity_area', areaKeys)

  await sql`
    create function fold_activity_tally() returns trigger language plpgsql as $$
    begin
      if exists (select from new_rows where not folded and id % 2000 = 0)
        and pg_try_advisory_xact_lock(hashtext('activity_tally')) then
        with gone as (delete from activity_tally returning scope, dimension, key, count)
        insert into activity_tally (scope, dimension, key, count, folded)
        select scope, dimension, key, sum(count), true from gone group by scope, dimension, key having sum(count) <> 0;
      end if;
      return null;
    end $$`.execute(db)
  await sql`
    create trigger fold after insert on activity_tally referencing new table as new_rows
    for each statement execute function fold_activity_tally()`.execute(db)

  await sql`alter table activity_tally enable row level security`.execute(db)
  await sql`alter table activity_tally force row level security`.execute(db)
  await sql`grant select, insert, delete on activity_tally to concert_app`.execute(db)
  await sql`
    create policy read on activity_tally for select to concert_app
    using (scope = 'public' or (select actor_signed_in()))`.execute(db)
  await sql`create policy add on activity_tally for insert to concert_app with check (pg_trigger_depth() > 0)`.execute(
    db,
  )
  await sql`create policy fold on activity_tally for delete to concert_app using (pg_trigger_depth() > 0)`.execute(db)
}

type KeysOf = (rows: string, sign: number) => string

/** Three triggers, since a transition table exists only for the events that fill it. */
async function createCounting(db: Kysely<unknown>, table: string, name: string, keysOf: KeysOf): Promise<void> {
  const events = [
    ['insert', 'new table as new_rows', keysOf('new_rows', 1)],
    [
      'update',
      'old table as old_rows new table as new_rows',
      `${keysOf('old_rows', -1)} union all ${keysOf('new_rows', 1)}`,
    ],
    ['delete', 'old table as old_rows', keysOf('old_rows', -1)],
  ] as const
  for (const [event, referencing, keys] of events) {
    await sql`
      create function ${sql.raw(`${name}_${event}`)}() returns trigger language plpgsql as $$
      begin
        insert into activity_tally (scope, dimension, key, count)
        select scope, dimension, key, sum(sign) from (${sql.raw(keys)}) difference
        group by scope, dimension, key having sum(sign) <> 0;
        return null;
      end $$`.execute(db)
    await sql`
      create trigger ${sql.raw(`tally_on_${event}`)} after ${sql.raw(event)} on ${sql.table(table)}
      referencing ${sql.raw(referencing)} for each statement execute function ${sql.raw(`${name}_${event}`)}()`.execute(
      db,
    )
  }
}
