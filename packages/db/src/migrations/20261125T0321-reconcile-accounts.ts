import { type Kysely, sql } from 'kysely'
import { guardManagersTable } from './guard-table.ts'

/** Extracts of the accounts of record, and which of their documents is which entry of the journal. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await keepExtracts(db)
  await keepMatches(db)
  await sql`grant update (provisional) on payment to concert_app`.execute(db)
}

/** A document that says something else in a later extract is a new version of it. */
async function keepExtracts(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table extract (
      id uuid primary key default gen_random_uuid(),
      file_name text not null check (length(file_name) between 1 and 300),
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      from_on date not null,
      until_on date not null,
      row_count integer not null check (row_count between 1 and 50000),
      new_count integer not null check (new_count >= 0),
      changed_count integer not null check (changed_count >= 0),
      imported_at timestamptz not null default clock_timestamp(),
      imported_by uuid,
      imported_by_name text not null,
      check (from_on <= until_on),
      check (new_count + changed_count <= row_count),
      unique (sha256, from_on, until_on)
    )`.execute(db)
  await sql`create index extract_newest on extract (imported_at desc, id)`.execute(db)
  await sql`create index extract_days on extract (from_on, until_on)`.execute(db)
  await sql`
    create table extract_row (
      document text not null check (length(document) between 1 and 140),
      version integer not null check (version > 0),
      is_newest boolean not null default true,
      extract_id uuid not null references extract (id),
      line integer not null check (line > 0),
      posted_on date not null,
      kind text not null check (kind in ('CONTRIBUTION', 'DONOR_REFUND', 'DISBURSEMENT', 'GRANTEE_REFUND',
        'SUPPORT_COST', 'INTEREST', 'BANK_CHARGE', 'EXCHANGE_DIFFERENCE')),
      amount_minor bigint not null check (abs(amount_minor) <= 1000000000000000),
      currency text not null check (currency ~ '^[A-Z]{3}$'),
      usd_minor bigint not null check (abs(usd_minor) <= 1000000000000000),
      text text not null check (length(text) <= 2000),
      primary key (document, version),
      check (amount_minor <> 0 or usd_minor <> 0),
      check (currency <> 'USD' or amount_minor = usd_minor)
    )`.execute(db)
  await sql`create unique index extract_row_newest on extract_row (document) where is_newest`.execute(db)
  await sql`create index extract_row_posted on extract_row (posted_on) where is_newest`.execute(db)
  await sql`create index extract_row_extract on extract_row (extract_id)`.execute(db)
  for (const table of ['extract', 'extract_row']) await guardManagersTable(db, table)
  await sql`
    create trigger extract_is_append_only before update or delete or truncate on extract
    for each statement execute function refuse_change()`.execute(db)
  await sql`
    create trigger extract_row_is_kept before delete or truncate on extract_row
    for each statement execute function refuse_change()`.execute(db)
  // The versions of a document follow each other; only which one is the newest ever changes.
  await sql`
    create function number_extract_version() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      new.version := 1 + coalesce((select max(version) from extract_row where document = new.document), 0);
      new.is_newest := true;
      update extract_row set is_newest = false where document = new.document and is_newest;
      return new;
    end $$`.execute(db)
  await sql`
    create trigger number_version before insert on extract_row
    for each row execute function number_extract_version()`.execute(db)
  await sql`
    create function keep_extract_versions() returns trigger language plpgsql as $$
    begin
      if to_jsonb(old) - 'is_newest' is distinct from to_jsonb(new) - 'is_newest' or not old.is_newest then
        raise exception 'what an extract said is kept' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$`.execute(db)
  await sql`
    create trigger versions_are_kept before update on extract_row
    for each row execute function keep_extract_versions()`.execute(db)
}

async function keepMatches(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table reconciliation_match (
      id uuid primary key default gen_random_uuid(),
      document text not null,
      entry_number bigint not null references journal_entry (number),
      kind text not null,
      basis text not null check (basis in ('document', 'unique', 'officer')),
      reason text check (length(btrim(reason)) between 1 and 500),
      matched_at timestamptz not null default clock_timestamp(),
      matched_by uuid,
      matched_by_name text not null,
      ended_at timestamptz,
      ended_by uuid,
      ended_by_name text,
      end_reason text check (length(btrim(end_reason)) between 1 and 500),
      check ((basis = 'officer') = (reason is not null)),
      check ((ended_at is null) = (ended_by_name is null) and (ended_at is null) = (end_reason is null))
    )`.execute(db)
  await sql`
    create unique index reconciliation_match_document on reconciliation_match (document) where ended_at is null`.execute(
    db,
  )
  await sql`
    create unique index reconciliation_match_item on reconciliation_match (entry_number, kind)
    where ended_at is null`.execute(db)
  await guardManagersTable(db, 'reconciliation_match')
  await sql`grant update (ended_at, ended_by, ended_by_name, end_reason) on reconciliation_match to concert_app`.execute(
    db,
  )
  await sql`
    create policy end_match on reconciliation_match for update to concert_app
    using (actor_has('fund_manager'))`.execute(db)
  await sql`
    create function end_match_once() returns trigger language plpgsql as $$
    begin
      if old.ended_at is not null
        or (to_jsonb(old) - array['ended_at', 'ended_by', 'ended_by_name', 'end_reason'])
        is distinct from (to_jsonb(new) - array['ended_at', 'ended_by', 'ended_by_name', 'end_reason']) then
        raise exception 'a match is made once and ended once' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$`.execute(db)
  await sql`
    create trigger end_once before update on reconciliation_match
    for each row execute function end_match_once()`.execute(db)
  await sql`
    create trigger reconciliation_match_is_kept before delete or truncate on reconciliation_match
    for each statement execute function refuse_change()`.execute(db)
  // A match never points to an entry that was taken back, nor begins with one.
  await sql`
    create function end_matches_of_reversed() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      update reconciliation_match set ended_at = clock_timestamp(), ended_by = new.actor_id,
        ended_by_name = new.actor_name, end_reason = new.reason
      where entry_number = new.reverses and ended_at is null;
      return null;
    end $$`.execute(db)
  await sql`
    create trigger end_matches after insert on journal_entry
    for each row when (new.reverses is not null) execute function end_matches_of_reversed()`.execute(db)
  await sql`
    create function check_match_stands() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      if exists (select from journal_entry where reverses = new.entry_number)
        or not exists (select from extract_row where document = new.document) then
        raise exception 'a match is between a document and an entry that stand' using errcode = 'check_violation';
      end if;
      return new;
    end $$`.execute(db)
  await sql`
    create trigger match_stands before insert on reconciliation_match
    for each row execute function check_match_stands()`.execute(db)
}
