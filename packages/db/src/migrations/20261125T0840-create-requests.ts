import { type Kysely, sql } from 'kysely'
import { guardTable } from './guard-table.ts'

export async function up(db: Kysely<unknown>): Promise<void> {
  await createRequests(db)
  await createSteps(db)
  await createOffers(db)
  await createConsents(db)
}

// The group reads all of it and coordinators write it; an agency's focal point makes and withdraws its offers.
async function readByTheGroup(db: Kysely<unknown>, table: string): Promise<void> {
  await guardTable(db, table)
  await sql`grant select, insert on ${sql.table(table)} to concert_app`.execute(db)
  await sql`
    create policy read on ${sql.table(table)} for select to concert_app using ((select actor_signed_in()))`.execute(db)
}

async function writtenByCoordinators(db: Kysely<unknown>, table: string): Promise<void> {
  await sql`
    create policy add on ${sql.table(table)} for insert to concert_app with check (actor_has('coordinator'))`.execute(
    db,
  )
  await sql`
    create policy change on ${sql.table(table)} for update to concert_app using (actor_has('coordinator'))`.execute(db)
}

async function createRequests(db: Kysely<unknown>): Promise<void> {
  await sql`create sequence assistance_request_number`.execute(db)
  await sql`grant usage on sequence assistance_request_number to concert_app`.execute(db)
  await sql`
    create table assistance_request (
      id uuid primary key default gen_random_uuid(),
      reference text not null unique
        default 'REQ-' || to_char(now() at time zone 'UTC', 'YYYY') || '-'
          || lpad(nextval('assistance_request_number')::text, 5, '0')
        check (reference ~ '^REQ-[0-9]{4}-[0-9]{5,9}$'),
      place_code text not null references place (code),
      received_on date not null,
      channel text not null check (channel in ('letter', 'note_verbale', 'email', 'meeting', 'mission', 'other')),
      language text not null check (language in ('en', 'fr', 'es', 'ru', 'zh', 'ar')),
      subject text not null check (length(btrim(subject)) between 3 and 300),
      body text not null check (length(body) <= 10000),
      pillars text[] not null check (pillars <@ array['PREV', 'PROT', 'PROS', 'PART']),
      kinds text[] not null,
      guard_reason text,
      stage text not null default 'received' check (stage in
        ('received', 'acknowledged', 'matched', 'in_delivery', 'answered', 'declined', 'withdrawn')),
      created_at timestamptz not null default now(),
      created_by uuid
    )`.execute(db)
  await sql`create index assistance_request_by_stage on assistance_request (stage, received_on)`.execute(db)
  await sql`create index assistance_request_by_place on assistance_request (place_code)`.execute(db)
  await readByTheGroup(db, 'assistance_request')
  await writtenByCoordinators(db, 'assistance_request')
  await sql`grant update (stage) on assistance_request to concert_app`.execute(db)
}

async function createSteps(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table request_step (
      request_id uuid not null references assistance_request (id),
      position integer not null check (position > 0),
      stage text not null check (stage in
        ('received', 'acknowledged', 'matched', 'in_delivery', 'answered', 'declined', 'withdrawn')),
      on_day date not null,
      note text not null default '',
      by_name text not null,
      at timestamptz not null default now(),
      struck_at timestamptz,
      struck_reason text,
      struck_by_name text,
      primary key (request_id, position),
      check (num_nulls(struck_at, struck_reason, struck_by_name) in (0, 3)),
      check (position > 1 or struck_at is null)
    )`.execute(db)
  await sql`
    create function keep_request_steps_in_order() returns trigger language plpgsql as $$
    begin
      if exists (select from request_step s where s.request_id = new.request_id and s.struck_at is null
          and s.position < new.position and s.on_day > new.on_day) then
        raise exception 'a step may not lie before the one it follows' using errcode = 'check_violation';
      end if;
      return new;
    end $$`.execute(db)
  await sql`
    create trigger in_order before insert on request_step
    for each row execute function keep_request_steps_in_order()`.execute(db)
  await readByTheGroup(db, 'request_step')
  await writtenByCoordinators(db, 'request_step')
  await sql`grant update (struck_at, struck_reason, struck_by_name) on request_step to concert_app`.execute(db)
}

async function createOffers(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table request_offer (
      id uuid primary key default gen_random_uuid(),
      request_id uuid not null references assistance_request (id),
      agency_id uuid not null references agency (id),
      what text not null check (length(btrim(what)) between 3 and 1000),
      from_on date,
      note text not null default '',
      made_at timestamptz not null default now(),
      made_by uuid,
      withdrawn_at timestamptz,
      accepted_on date,
      activity_id uuid references activity (id),
      check ((accepted_on is null) = (activity_id is null)),
      check (accepted_on is null or withdrawn_at is null)
    )`.execute(db)
  await sql`
    create unique index request_offer_standing on request_offer (request_id, agency_id)
    where withdrawn_at is null`.execute(db)
  await sql`create index request_offer_by_activity on request_offer (activity_id) where activity_id is not null`.execute(
    db,
  )
  await readByTheGroup(db, 'request_offer')
  await sql`grant update (withdrawn_at, accepted_on, activity_id) on request_offer to concert_app`.execute(db)
  await sql`
    create policy add on request_offer for insert to concert_app with check (
      actor_is_system() or actor_has('focal_point') and agency_id = actor_agency())`.execute(db)
  await sql`
    create policy change on request_offer for update to concert_app using (
      actor_has('coordinator') or actor_has('focal_point') and agency_id = actor_agency() and accepted_on is null)
    with check (
      actor_has('coordinator') or actor_has('focal_point') and agency_id = actor_agency() and accepted_on is null)
  `.execute(db)
}

async function createConsents(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table request_consent (
      id uuid primary key default gen_random_uuid(),
      request_id uuid not null references assistance_request (id),
      given_on date not null,
      how text not null check (length(btrim(how)) between 3 and 300),
      document text not null check (length(btrim(document)) between 1 and 200),
      recorded_at timestamptz not null default now(),
      recorded_by uuid,
      withdrawn_on date,
      check (withdrawn_on >= given_on)
    )`.execute(db)
  await sql`
    create unique index request_consent_standing on request_consent (request_id) where withdrawn_on is null`.execute(db)
  await readByTheGroup(db, 'request_consent')
  await writtenByCoordinators(db, 'request_consent')
  await sql`grant update (withdrawn_on) on request_consent to concert_app`.execute(db)
  // The one door through which the public hears of a request: that the State asked, when, and how far it is. What it
  // asked for in its own words stays with the group.
  await sql`
    create function requests_with_consent(code text)
    returns table (reference text, received_on date, stage text, pillars text[])
    language sql stable security definer set search_path = pg_catalog, public as $$
      select r.reference, r.received_on, r.stage, r.pillars
      from assistance_request r join request_consent c on c.request_id = r.id and c.withdrawn_on is null
      where r.place_code = $1
      order by r.received_on desc, r.reference desc
    $$`.execute(db)
}
