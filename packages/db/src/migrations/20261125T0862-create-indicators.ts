import { type Kysely, sql } from 'kysely'
import { guardTable } from './guard-table.ts'

// Dated observations of what a paragraph is followed by. Nothing is overwritten: a correction is a new observation in
// the place of the old one, and a definition is a version that is added, never changed.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table indicator (
      slug text primary key check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
      instrument_slug text not null,
      number text not null,
      position integer not null,
      names jsonb not null check (names ?& array['en', 'fr', 'es', 'ru', 'zh', 'ar']),
      unit text not null check (unit in ('count', 'percent', 'share', 'days', 'usd', 'yes_no')),
      counts_victims boolean not null,
      source text not null,
      basis text not null check (basis in ('sourced', 'inferred')),
      foreign key (instrument_slug, number) references paragraph (instrument_slug, number)
    )`.execute(db)
  await sql`create index indicator_paragraph on indicator (instrument_slug, number)`.execute(db)
  await sql`
    create table indicator_definition (
      indicator_slug text not null references indicator (slug),
      version integer not null check (version between 1 and 1000),
      text jsonb not null check (text ? 'en'),
      source text not null check (source <> ''),
      added_at timestamptz not null default now(),
      added_by uuid,
      primary key (indicator_slug, version)
    )`.execute(db)
  await sql`
    create table indicator_observation (
      id uuid primary key default gen_random_uuid(),
      indicator_slug text not null,
      definition_version integer not null,
      observed_on date not null,
      value numeric(18, 4) not null check (value >= 0),
      place_code text references place (code),
      source text not null check (source <> '' and length(source) <= 300),
      url text check (url ~ '^https://[^@]+$' and length(url) <= 500),
      basis text not null check (basis in ('sourced', 'unverified')),
      confirmed_at timestamptz,
      confirmed_by uuid,
      supersedes uuid unique references indicator_observation (id),
      reason text check (length(reason) between 1 and 500),
      superseded_at timestamptz,
      added_at timestamptz not null default now(),
      added_by uuid,
      foreign key (indicator_slug, definition_version) references indicator_definition (indicator_slug, version),
      check ((supersedes is null) = (reason is null)),
      check (confirmed_by is null or confirmed_at is not null)
    )`.execute(db)
  await sql`
    create unique index indicator_observation_once on indicator_observation
      (indicator_slug, definition_version, observed_on, place_code) nulls not distinct
      where superseded_at is null`.execute(db)
  await sql`
    create function observation_fits_unit() returns trigger language plpgsql as $$
    declare
      its_unit text;
      is_of_victims boolean;
    begin
      select unit, counts_victims into its_unit, is_of_victims from indicator where slug = new.indicator_slug;
      if is_of_victims and new.value > 0 and new.value < 11 then
        raise exception 'a count of people assisted is 0 or at least 11' using errcode = 'check_violation';
      end if;
      if not (case its_unit
        when 'percent' then new.value <= 100
        when 'share' then new.value <= 1
        when 'yes_no' then new.value in (0, 1)
        else new.value = trunc(new.value) end) then
        raise exception 'the value % is impossible in %', new.value, its_unit using errcode = 'check_violation';
      end if;
      return new;
    end $$`.execute(db)
  await sql`
    create trigger indicator_observation_fits before insert on indicator_observation
    for each row execute function observation_fits_unit()`.execute(db)

  for (const table of ['indicator', 'indicator_definition', 'indicator_observation']) {
    await guardTable(db, table)
    await sql`grant select on ${sql.table(table)} to concert_app`.execute(db)
  }
  for (const table of ['indicator', 'indicator_definition']) {
    await sql`create policy read on ${sql.table(table)} for select to concert_app using (true)`.execute(db)
  }
  await sql`grant insert on indicator_definition, indicator_observation to concert_app`.execute(db)
  await sql`
    create policy add on indicator_definition for insert to concert_app
    with check (actor_has('coordinator'))`.execute(db)
  // What was corrected is the group's history; what is unverified is a coordinator's until one confirms it.
  await sql`
    create policy read on indicator_observation for select to concert_app using (
      (basis <> 'unverified' or confirmed_at is not null or (select actor_has('coordinator')))
      and (superseded_at is null or (select actor_signed_in())))`.execute(db)
  await sql`
    create policy add on indicator_observation for insert to concert_app
    with check (actor_has('coordinator'))`.execute(db)
  await sql`
    grant update (superseded_at, confirmed_at, confirmed_by) on indicator_observation to concert_app`.execute(db)
  await sql`
    create policy change on indicator_observation for update to concert_app
    using (actor_has('coordinator'))`.execute(db)
}
