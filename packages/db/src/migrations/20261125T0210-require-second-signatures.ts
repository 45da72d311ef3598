import { type Kysely, sql } from 'kysely'
import { guardManagersTable } from './guard-table.ts'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table second_signature (
      id uuid primary key default gen_random_uuid(),
      kind text not null check (kind in ('write_off', 'reversal', 'award')),
      subject_type text not null check (subject_type in ('pledge', 'payment', 'grant', 'entry')),
      subject_id text not null,
      subject_reference text not null,
      payload jsonb not null,
      value_date date not null,
      amount_minor bigint check (amount_minor between 1 and 1000000000000000),
      currency text check (currency ~ '^[A-Z]{3}$'),
      reason text not null check (length(btrim(reason)) between 1 and 500),
      asked_by uuid not null,
      asked_by_name text not null,
      asked_at timestamptz not null default now(),
      state text not null default 'open' check (state in ('open', 'confirmed', 'declined', 'withdrawn')),
      decided_by uuid,
      decided_by_name text,
      decided_at timestamptz,
      note text check (length(btrim(note)) between 1 and 500),
      check ((amount_minor is null) = (currency is null)),
      check ((state = 'open') = (decided_by is null)),
      check ((state = 'open') = (decided_by_name is null) and (state = 'open') = (decided_at is null)),
      check (state not in ('confirmed', 'declined') or decided_by <> asked_by),
      check (state <> 'withdrawn' or decided_by = asked_by),
      check ((state in ('declined', 'withdrawn')) = (note is not null))
    )`.execute(db)
  await sql`
    create unique index second_signature_open on second_signature (kind, subject_type, subject_id)
    where state = 'open'`.execute(db)
  await sql`create index second_signature_newest on second_signature (asked_at desc, id)`.execute(db)
  await sql`
    create function decide_signature_once() returns trigger language plpgsql as $$
    begin
      if old.state <> 'open' or (to_jsonb(old) - array['state', 'decided_by', 'decided_by_name', 'decided_at', 'note'])
        is distinct from (to_jsonb(new) - array['state', 'decided_by', 'decided_by_name', 'decided_at', 'note']) then
        raise exception 'a second signature is asked for once and decided once' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$`.execute(db)
  await sql`
    create trigger decide_once before update on second_signature
    for each row execute function decide_signature_once()`.execute(db)
  await sql`
    create trigger second_signature_is_kept before delete or truncate on second_signature
    for each statement execute function refuse_change()`.execute(db)
  await guardManagersTable(db, 'second_signature')
  await sql`grant update (state, decided_by, decided_by_name, decided_at, note) on second_signature to concert_app`.execute(
    db,
  )
  await sql`
    create policy decide on second_signature for update to concert_app
    using (actor_has('fund_manager'))
    with check (actor_is_system() or decided_by = actor_id())`.execute(db)
  await sql`drop policy add on second_signature`.execute(db)
  await sql`
    create policy ask on second_signature for insert to concert_app
    with check (actor_is_system() or (actor_has('fund_manager') and asked_by = actor_id() and state = 'open'))`.execute(
    db,
  )

  await sql`
    alter table journal_entry
      add column second_signature_id uuid references second_signature (id),
      add constraint journal_entry_is_signed_twice check (
        kind not in ('pledge_written_off', 'entry_reversed', 'grant_awarded') or second_signature_id is not null)`.execute(
    db,
  )
  await sql`
    create index journal_entry_signature on journal_entry (second_signature_id) where second_signature_id is not null`.execute(
    db,
  )
  // Held to it when the transaction ends: what is asked for is tried out before it is signed.
  await sql`
    create function check_entry_signed() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      if not exists (select from second_signature where id = new.second_signature_id and state = 'confirmed') then
        raise exception 'entry % lacks the confirmation of a second officer', new.number using errcode = 'check_violation';
      end if;
      return null;
    end $$`.execute(db)
  await sql`
    create constraint trigger is_signed after insert on journal_entry deferrable initially deferred
    for each row when (new.second_signature_id is not null) execute function check_entry_signed()`.execute(db)
}
