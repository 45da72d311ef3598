import { type Kysely, sql } from 'kysely'
import { guardTable } from './guard-table.ts'

// Counts of people assisted are exact for the agencies of an activity alone. Everyone else, the group too, reads what
// numbered releases tell. A release stays as it is; it can be taken off, and its number stays.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`drop policy read on activity_people`.execute(db)
  await sql`
    create policy read on activity_people for select to concert_app using (
      (select actor_signed_in()) and exists (
        select from activity a
        where a.id = activity_id and (
          activity_people.kind <> 'assisted'
          or (select actor_is_system())
          or coalesce((select actor_agency()) = any (a.agency_ids), false))))`.execute(db)

  // The one who prepares a release works with exact counts of public activities, without seeing whose they are.
  await sql`
    create function people_to_release() returns table (year integer, places text[], people jsonb)
    language plpgsql stable security definer set search_path = pg_catalog, public as $$
    begin
      if not (actor_is_system() or actor_has('coordinator')) then
        raise exception 'permission denied: counts of people';
      end if;
      return query
        select extract(year from a.start_on)::integer,
          array(select distinct p.public_place_code from activity_place p where p.activity_id = a.id order by 1),
          (select jsonb_agg(jsonb_build_object('kind', c.kind, 'sex', c.sex, 'ageGroup', c.age_group, 'form', c.form,
            'audience', c.audience, 'count', c.count)) from activity_people c where c.activity_id = a.id)
        from activity a
        where a.audience = 'public' and exists (select from activity_people c where c.activity_id = a.id)
        order by a.id;
    end $$`.execute(db)

  await sql`
    create table people_release (
      number integer primary key check (number > 0),
      released_at timestamptz not null,
      hash text not null check (hash ~ '^[0-9a-f]{64}$'),
      withdrawn_at timestamptz,
      withdrawal_reason text,
      check ((withdrawn_at is null) = (withdrawal_reason is null))
    )`.execute(db)
  await sql`
    create table people_release_content (
      number integer primary key references people_release (number),
      content jsonb not null
    )`.execute(db)
  await sql`
    create table people_release_input (
      number integer primary key references people_release (number),
      input jsonb not null
    )`.execute(db)
  await sql`
    create function number_people_release() returns trigger language plpgsql as $$
    begin
      if new.number <> coalesce((select max(number) from people_release), 0) + 1 then
        raise exception 'releases are numbered without gaps';
      end if;
      return new;
    end $$`.execute(db)
  await sql`
    create trigger numbered before insert on people_release for each row execute function number_people_release()`.execute(
    db,
  )
  await sql`
    create function keep_people_release() returns trigger language plpgsql as $$
    begin
      raise exception 'a release is append-only';
    end $$`.execute(db)
  await sql`
    create trigger kept before update on people_release for each row
    when (old.withdrawn_at is not null or (old.number, old.released_at, old.hash) is distinct from (new.number, new.released_at, new.hash))
    execute function keep_people_release()`.execute(db)

  for (const table of ['people_release', 'people_release_content', 'people_release_input']) {
    await guardTable(db, table)
    await sql`grant select, insert on ${sql.table(table)} to concert_app`.execute(db)
    await sql`
      create policy add on ${sql.table(table)} for insert to concert_app
      with check (actor_is_system() or actor_has('coordinator'))`.execute(db)
  }
  await sql`grant update (withdrawn_at, withdrawal_reason) on people_release to concert_app`.execute(db)
  await sql`create policy read on people_release for select to concert_app using (true)`.execute(db)
  await sql`
    create policy withdraw on people_release for update to concert_app
    using (actor_is_system() or actor_has('coordinator'))`.execute(db)
  await sql`
    create policy read on people_release_content for select to concert_app using (
      (select actor_is_system()) or (select actor_has('coordinator'))
      or exists (select from people_release r where r.number = people_release_content.number and r.withdrawn_at is null))`.execute(
    db,
  )
  await sql`
    create policy read on people_release_input for select to concert_app
    using ((select actor_is_system()))`.execute(db)
}
