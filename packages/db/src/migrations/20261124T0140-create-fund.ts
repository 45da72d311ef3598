import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table donor (
      id uuid primary key default gen_random_uuid(),
      kind text not null check (kind in ('GOV', 'OBS', 'IGO', 'NGO', 'PRIV', 'FOUND', 'IND', 'CAMP', 'ACAD')),
      place_code text references place (code),
      anonymous boolean not null,
      created_at timestamptz not null default now()
    )`.execute(db)
  await sql`
    create table donor_name (
      id uuid primary key default gen_random_uuid(),
      donor_id uuid not null references donor (id),
      role text not null check (role in ('main', 'also')),
      name text not null check (length(btrim(name)) between 1 and 200),
      language text not null check (language in ('en', 'fr', 'es', 'ru', 'zh', 'ar')),
      since date,
      created_at timestamptz not null default clock_timestamp(),
      unique nulls not distinct (donor_id, role, language, name, since)
    )`.execute(db)
  await sql`create index donor_name_search on donor_name using gin (lower(name) gin_trgm_ops)`.execute(db)

  await sql`
    create table bank_account (
      id uuid primary key default gen_random_uuid(),
      name text not null unique check (length(btrim(name)) between 1 and 120),
      currency text not null check (currency ~ '^[A-Z]{3}$'),
      opened_at timestamptz not null default now()
    )`.execute(db)
  await sql`
    create table exchange_rate (
      currency text not null check (currency ~ '^[A-Z]{3}$' and currency <> 'USD'),
      "on" date not null,
      units_per_usd numeric(22, 10) not null check (units_per_usd > 0),
      source text not null check (length(btrim(source)) between 1 and 200),
      recorded_at timestamptz not null default now(),
      primary key (currency, "on")
    )`.execute(db)
  await sql`
    create table closed_period (
      until_on date primary key,
      closed_at timestamptz not null default now(),
      closed_by text not null
    )`.execute(db)
  await sql`
    create trigger closed_period_is_append_only before update or delete or truncate on closed_period
    for each statement execute function refuse_change()`.execute(db)

  await createPledges(db)
  await createPayments(db)
}

async function createPledges(db: Kysely<unknown>): Promise<void> {
  await sql`create sequence pledge_number`.execute(db)
  await sql`
    create table pledge (
      id uuid primary key default gen_random_uuid(),
      reference text not null unique check (reference ~ '^PLG-[0-9]{4}-[0-9]{5,}$'),
      kind text not null check (kind in ('money', 'in_kind', 'policy')),
      donor_id uuid not null references donor (id),
      announced_on date not null,
      meeting_id uuid references meeting (id),
      amount_minor bigint check (amount_minor between 1 and 1000000000000000),
      currency text check (currency ~ '^[A-Z]{3}$'),
      condition text not null check (condition in ('none', 'approval', 'match', 'other')),
      match_percent integer check (match_percent between 1 and 100),
      condition_note text,
      earmarking text not null check (earmarking in
        ('unearmarked', 'softly_earmarked', 'earmarked', 'tightly_earmarked', 'not_specified')),
      earmarking_note text,
      description text,
      valuation_minor bigint check (valuation_minor between 1 and 1000000000000000),
      valuation_currency text check (valuation_currency ~ '^[A-Z]{3}$'),
      valued_by text,
      scheduled_minor bigint not null default 0 check (scheduled_minor >= 0),
      created_at timestamptz not null default now(),
      check ((kind = 'money') = (amount_minor is not null)),
      check ((amount_minor is null) = (currency is null)),
      check ((kind = 'money') = (description is null)),
      check ((condition = 'match') = (match_percent is not null)),
      check (kind = 'in_kind' or valuation_minor is null),
      check ((valuation_minor is null) = (valuation_currency is null) and (valuation_minor is null) = (valued_by is null))
    )`.execute(db)
  await sql`create index pledge_donor on pledge (donor_id, announced_on)`.execute(db)
  await sql`create index pledge_meeting on pledge (meeting_id)`.execute(db)
  await sql`create index pledge_newest on pledge (announced_on desc, reference desc)`.execute(db)
  await sql`
    create function set_pledge_reference() returns trigger language plpgsql as $$
    declare
      number text := nextval('pledge_number')::text;
    begin
      new.reference := 'PLG-' || to_char(new.announced_on, 'YYYY') || '-' || lpad(number, greatest(5, length(number)), '0');
      return new;
    end $$`.execute(db)
  await sql`
    create trigger pledge_reference before insert on pledge
    for each row execute function set_pledge_reference()`.execute(db)

  await sql`
    create table instalment (
      id uuid primary key default gen_random_uuid(),
      pledge_id uuid not null references pledge (id),
      position integer not null check (position between 1 and 60),
      due_on date not null,
      amount_minor bigint not null check (amount_minor between 1 and 1000000000000000),
      paid_minor bigint not null default 0,
      unique (pledge_id, position),
      check (paid_minor between 0 and amount_minor)
    )`.execute(db)
  await sql`create index instalment_open on instalment (pledge_id, due_on) where paid_minor < amount_minor`.execute(db)
  await sql`
    create function check_schedule_sums() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      if exists (
        select from pledge p
        where p.id = coalesce(new.pledge_id, old.pledge_id)
          and p.scheduled_minor <> (select coalesce(sum(i.amount_minor), 0) from instalment i where i.pledge_id = p.id)
      ) then
        raise exception 'the instalments do not add up to what is scheduled' using errcode = 'check_violation';
      end if;
      return null;
    end $$`.execute(db)
  await sql`
    create constraint trigger schedule_sums after insert or delete on instalment deferrable initially deferred
    for each row execute function check_schedule_sums()`.execute(db)
}

async function createPayments(db: Kysely<unknown>): Promise<void> {
  await sql`create sequence payment_number`.execute(db)
  await sql`
    create table payment (
      id uuid primary key default gen_random_uuid(),
      reference text not null unique check (reference ~ '^PAY-[0-9]{4}-[0-9]{5,}$'),
      donor_id uuid not null references donor (id),
      received_on date not null,
      amount_minor bigint not null check (amount_minor between 1 and 1000000000000000),
      currency text not null check (currency ~ '^[A-Z]{3}$'),
      fee_minor bigint not null check (fee_minor >= 0),
      bank_account_id uuid not null references bank_account (id),
      bank_reference text check (length(btrim(bank_reference)) between 1 and 140),
      document text check (length(btrim(document)) between 1 and 140),
      look_alike_reason text,
      provisional boolean not null default true,
      reversed_by bigint,
      created_at timestamptz not null default now(),
      check (fee_minor < amount_minor)
    )`.execute(db)
  await sql`
    create unique index payment_bank_reference on payment (bank_account_id, bank_reference)
    where bank_reference is not null and reversed_by is null`.execute(db)
  await sql`create index payment_donor on payment (donor_id, received_on)`.execute(db)
  await sql`create index payment_newest on payment (received_on desc, reference desc)`.execute(db)
  await sql`
    create function set_payment_reference() returns trigger language plpgsql as $$
    declare
      number text := nextval('payment_number')::text;
    begin
      new.reference := 'PAY-' || to_char(new.received_on, 'YYYY') || '-' || lpad(number, greatest(5, length(number)), '0');
      return new;
    end $$`.execute(db)
  await sql`
    create trigger payment_reference before insert on payment
    for each row execute function set_payment_reference()`.execute(db)
}
