import { type Kysely, sql } from 'kysely'
import { guardManagersTable, guardTable } from './guard-table.ts'

export async function up(db: Kysely<unknown>): Promise<void> {
  await createCalls(db)
  await createGrants(db)
  await createReports(db)
  await createReserves(db)
  await createPublication(db)
}

async function createCalls(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table grant_call (
      id uuid primary key default gen_random_uuid(),
      seed_key text unique,
      cycle text not null check (length(btrim(cycle)) between 1 and 40),
      title jsonb not null check (title ? 'en'),
      year integer not null check (year between 2000 and 2200),
      opened_on date,
      closed_on date,
      theme text check (length(btrim(theme)) between 1 and 500),
      received integer check (received >= 0),
      eligible integer check (eligible >= 0),
      shortlisted integer check (shortlisted >= 0),
      board_advised_on date,
      decided_on date,
      source text not null check (length(btrim(source)) between 1 and 300),
      basis text not null check (basis in ('sourced', 'unverified', 'inferred')),
      confirmed_at timestamptz,
      confirmed_by uuid,
      created_at timestamptz not null default clock_timestamp(),
      check (closed_on >= opened_on),
      check (decided_on >= board_advised_on),
      check (eligible <= received),
      check (shortlisted <= coalesce(eligible, received))
    )`.execute(db)
  await guardTable(db, 'grant_call')
  await sql`grant select, insert on grant_call to concert_app`.execute(db)
  await sql`
    grant update (cycle, title, year, opened_on, closed_on, theme, received, eligible, shortlisted, board_advised_on,
      decided_on, source, confirmed_at, confirmed_by) on grant_call to concert_app`.execute(db)
  await sql`
    create policy read on grant_call for select to concert_app
    using (basis <> 'unverified' or confirmed_at is not null or (select actor_has('fund_manager')))`.execute(db)
  await sql`
    create policy add on grant_call for insert to concert_app with check (actor_has('fund_manager'))`.execute(db)
  await sql`
    create policy change on grant_call for update to concert_app using (actor_has('fund_manager'))`.execute(db)

  await sql`
    create table grantee (
      id uuid primary key default gen_random_uuid(),
      kind text not null check (kind in ('governmental', 'intergovernmental', 'non_governmental')),
      place_code text references place (code),
      created_at timestamptz not null default now()
    )`.execute(db)
  await sql`
    create table grantee_name (
      grantee_id uuid not null references grantee (id),
      language text not null check (language in ('en', 'fr', 'es', 'ru', 'zh', 'ar')),
      name text not null check (length(btrim(name)) between 1 and 200),
      primary key (grantee_id, language)
    )`.execute(db)
  await sql`create index grantee_name_search on grantee_name using gin (lower(name) gin_trgm_ops)`.execute(db)
  for (const table of ['grantee', 'grantee_name']) await guardManagersTable(db, table)
}

async function createGrants(db: Kysely<unknown>): Promise<void> {
  await sql`create sequence fund_grant_number`.execute(db)
  await sql`
    create table fund_grant (
      id uuid primary key default gen_random_uuid(),
      reference text not null unique check (reference ~ '^GRA-[0-9]{4}-[0-9]{5,}$'),
      public_id uuid not null unique default gen_random_uuid(),
      call_id uuid not null references grant_call (id),
      grantee_id uuid not null references grantee (id),
      place_code text not null references place (code),
      aid_kinds text[] not null check (
        cardinality(aid_kinds) between 1 and 3 and aid_kinds <@ array['humanitarian', 'legal', 'financial']),
      title text not null check (length(btrim(title)) between 1 and 300),
      asked_minor bigint not null check (asked_minor between 1 and 1000000000000000),
      currency text not null check (currency ~ '^[A-Z]{3}$'),
      proposed_on date not null,
      from_on date,
      until_on date,
      visibility text not null check (visibility in ('public', 'region_only', 'withheld')),
      do_no_harm_note text check (length(btrim(do_no_harm_note)) between 1 and 1000),
      advice text check (advice in ('recommended', 'not_recommended')),
      advised_on date,
      advice_note text,
      decision text check (decision in ('approved', 'declined')),
      decided_on date,
      decision_note text,
      approved_minor bigint check (approved_minor between 1 and 1000000000000000),
      created_at timestamptz not null default now(),
      check (until_on >= from_on),
      check ((advice is null) = (advised_on is null)),
      check ((decision is null) = (decided_on is null)),
      check (decision is null or advice is not null),
      check ((decision is not distinct from 'approved') = (approved_minor is not null)),
      check (advised_on >= proposed_on),
      check (decided_on >= advised_on)
    )`.execute(db)
  await sql`create index fund_grant_call on fund_grant (call_id)`.execute(db)
  await sql`create index fund_grant_grantee on fund_grant (grantee_id)`.execute(db)
  await sql`create index fund_grant_newest on fund_grant (proposed_on desc, reference desc)`.execute(db)
  await sql`create index fund_grant_search on fund_grant using gin (lower(title) gin_trgm_ops)`.execute(db)
  await sql`
    create function set_grant_reference() returns trigger language plpgsql as $$
    declare
      number text := nextval('fund_grant_number')::text;
    begin
      new.reference := 'GRA-' || to_char(new.proposed_on, 'YYYY') || '-' || lpad(number, greatest(5, length(number)), '0');
      return new;
    end $$`.execute(db)
  await sql`
    create trigger grant_reference before insert on fund_grant
    for each row execute function set_grant_reference()`.execute(db)
  await guardManagersTable(db, 'fund_grant')
  await sql`grant usage on sequence fund_grant_number to concert_app`.execute(db)
  await sql`
    grant update (visibility, do_no_harm_note, advice, advised_on, advice_note, decision, decided_on, decision_note,
      approved_minor) on fund_grant to concert_app`.execute(db)
  await sql`
    create policy change on fund_grant for update to concert_app using (actor_has('fund_manager'))`.execute(db)

  // The plan as it was agreed. An award that is reversed and booked anew agrees on another one.
  await sql`
    create table grant_instalment (
      grant_id uuid not null references fund_grant (id),
      position integer not null check (position between 1 and 60),
      due_on date not null,
      amount_minor bigint not null check (amount_minor between 1 and 1000000000000000),
      primary key (grant_id, position)
    )`.execute(db)
  await guardManagersTable(db, 'grant_instalment')
  await sql`grant delete on grant_instalment to concert_app`.execute(db)
  await sql`
    create policy plan_anew on grant_instalment for delete to concert_app using (actor_has('fund_manager'))`.execute(db)
  await sql`
    create function check_grant_plan_sums() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      if exists (
        select from fund_grant g
        join lateral (select sum(i.amount_minor) as planned from grant_instalment i where i.grant_id = g.id) p on true
        where g.id = coalesce(new.grant_id, old.grant_id) and p.planned <> g.approved_minor
      ) then
        raise exception 'the instalments do not add up to what is approved' using errcode = 'check_violation';
      end if;
      return null;
    end $$`.execute(db)
  await sql`
    create constraint trigger plan_sums after insert or delete on grant_instalment deferrable initially deferred
    for each row execute function check_grant_plan_sums()`.execute(db)
}

async function createReports(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table grant_report (
      id uuid primary key default gen_random_uuid(),
      grant_id uuid not null references fund_grant (id),
      kind text not null check (kind in ('narrative', 'financial')),
      due_on date not null,
      received_on date,
      accepted boolean not null default false,
      assisted integer check (assisted >= 0),
      unique (grant_id, kind, due_on),
      check (received_on is not null or (not accepted and assisted is null))
    )`.execute(db)
  await sql`
    create table grant_people (
      report_id uuid not null references grant_report (id),
      sex text not null check (sex in ('female', 'male', 'other', 'unknown')),
      age_group text not null check (age_group in ('child', 'adult', 'unknown')),
      form text not null,
      people integer not null check (people > 0),
      primary key (report_id, sex, age_group, form)
    )`.execute(db)
  for (const table of ['grant_report', 'grant_people']) await guardManagersTable(db, table)
  await sql`grant update (received_on, accepted, assisted) on grant_report to concert_app`.execute(db)
  await sql`
    create policy change on grant_report for update to concert_app using (actor_has('fund_manager'))`.execute(db)
  await sql`grant delete on grant_people to concert_app`.execute(db)
  await sql`
    create policy count_anew on grant_people for delete to concert_app using (actor_has('fund_manager'))`.execute(db)
}

async function createReserves(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table fund_reserve (
      id bigint generated always as identity primary key,
      from_on date not null,
      usd_minor bigint not null check (usd_minor between 0 and 1000000000000000),
      reason text not null check (length(btrim(reason)) between 1 and 500),
      set_by text not null,
      set_at timestamptz not null default clock_timestamp()
    )`.execute(db)
  await guardManagersTable(db, 'fund_reserve')
  await sql`
    create trigger fund_reserve_is_append_only before update or delete or truncate on fund_reserve
    for each statement execute function refuse_change()`.execute(db)
}

/** What anyone may know of grants, written anew by every write that changes it; the grants themselves stay closed. */
async function createPublication(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table public_grant (
      id text primary key,
      visibility text not null check (visibility in ('public', 'region_only')),
      call_id uuid not null references grant_call (id),
      grantee_kind text,
      grantee_names jsonb,
      place_code text not null references place (code),
      aid_kinds text[] not null,
      title text,
      awarded_minor bigint,
      currency text,
      awarded_usd bigint,
      disbursed_usd bigint,
      check (visibility = 'region_only' or num_nulls(grantee_kind, grantee_names, title, awarded_minor, currency,
        awarded_usd, disbursed_usd) = 0),
      check (visibility = 'public' or num_nonnulls(grantee_kind, grantee_names, title, awarded_minor, currency,
        awarded_usd, disbursed_usd) = 0)
    )`.execute(db)
  await sql`
    create table public_grant_pool (
      position integer primary key,
      first_call_id uuid not null references grant_call (id),
      last_call_id uuid not null references grant_call (id),
      withheld integer not null check (withheld = 0 or withheld >= 3),
      awarded_usd bigint not null,
      disbursed_usd bigint not null
    )`.execute(db)
  for (const table of ['public_grant', 'public_grant_pool']) {
    await guardTable(db, table)
    await sql`grant select, insert, delete on ${sql.table(table)} to concert_app`.execute(db)
    await sql`create policy read on ${sql.table(table)} for select to concert_app using (true)`.execute(db)
    await sql`
      create policy publish on ${sql.table(table)} for insert to concert_app
      with check (actor_has('fund_manager'))`.execute(db)
    await sql`
      create policy publish_anew on ${sql.table(table)} for delete to concert_app
      using (actor_has('fund_manager'))`.execute(db)
  }
}
