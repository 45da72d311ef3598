import { type Kysely, sql } from 'kysely'
import { guardTable } from './guard-table.ts'

// Activities by paragraph, agency and year of their start, by appended differences as activity_tally is: no write waits
// for another one's count. A joint activity is credited to each of its agencies. Read by the group alone.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table paragraph_agency_tally (
      id bigint generated always as identity primary key,
      number text not null,
      agency_id uuid not null references agency (id),
      year integer,
      count integer not null check (count <> 0),
      folded boolean not null default false
    )`.execute(db)

  const answers = (rows: string, sign: number) => `
    select ${sign} as sign, p.number, a.agency_id, extract(year from r.start_on)::integer as year
    from ${rows} r
    cross join lateral (select distinct unnest(r.paragraphs)) p (number)
    cross join lateral (select distinct unnest(r.agency_ids)) a (agency_id)
    where r.counted`
  const summed = (differences: string) => `
    insert into paragraph_agency_tally (number, agency_id, year, count)
    select number, agency_id, year, sum(sign) from (${differences}) difference
    group by number, agency_id, year having sum(sign) <> 0`

  await sql.raw(summed(answers('activity', 1))).execute(db)

  const events = [
    ['insert', 'new table as new_rows', answers('new_rows', 1)],
    [
      'update',
      'old table as old_rows new table as new_rows',
      `${answers('old_rows', -1)} union all ${answers('new_rows', 1)}`,
    ],
    ['delete', 'old table as old_rows', answers('old_rows', -1)],
  ] as const
  for (const [event, referencing, differences] of events) {
    const name = `tally_paragraph_agencies_${event}`
    await sql`
      create function ${sql.raw(name)}() returns trigger language plpgsql as $$
      begin
        ${sql.raw(summed(differences))};
        return null;
      end $$`.execute(db)
    await sql`
      create trigger ${sql.raw(`tally_paragraph_agencies_on_${event}`)} after ${sql.raw(event)} on activity
      referencing ${sql.raw(referencing)} for each statement execute function ${sql.raw(name)}()`.execute(db)
  }

  await sql`
    create function fold_paragraph_agency_tally() returns trigger language plpgsql as $$
    begin
      if exists (select from new_rows where not folded and id % 2000 = 0)
        and pg_try_advisory_xact_lock(hashtext('paragraph_agency_tally')) then
        with gone as (delete from paragraph_agency_tally returning number, agency_id, year, count)
        insert into paragraph_agency_tally (number, agency_id, year, count, folded)
        select number, agency_id, year, sum(count), true from gone group by 1, 2, 3 having sum(count) <> 0;
      end if;
      return null;
    end $$`.execute(db)
  await sql`
    create trigger fold after insert on paragraph_agency_tally referencing new table as new_rows
    for each statement execute function fold_paragraph_agency_tally()`.execute(db)

  await guardTable(db, 'paragraph_agency_tally')
  await sql`grant select, insert, delete on paragraph_agency_tally to concert_app`.execute(db)
  await sql`
    create policy read on paragraph_agency_tally for select to concert_app
    using ((select actor_signed_in()))`.execute(db)
  await sql`
    create policy add on paragraph_agency_tally for insert to concert_app with check (pg_trigger_depth() > 0)`.execute(
    db,
  )
  await sql`
    create policy fold on paragraph_agency_tally for delete to concert_app using (pg_trigger_depth() > 0)`.execute(db)
}
