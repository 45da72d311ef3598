import { type Kysely, sql } from 'kysely'
import { guardManagersTable } from './guard-table.ts'

/** What the bank listed, and what became of each line of it. Kept as it was confirmed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table bank_list (
      id uuid primary key default gen_random_uuid(),
      bank_account_id uuid not null references bank_account (id),
      file_name text not null check (length(file_name) between 1 and 300),
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      row_count integer not null check (row_count between 1 and 50000),
      sum_minor bigint not null check (sum_minor between 1 and 1000000000000000),
      currency text not null check (currency ~ '^[A-Z]{3}$'),
      confirmed_at timestamptz not null default now(),
      confirmed_by uuid,
      confirmed_by_name text not null
    )`.execute(db)
  await sql`create index bank_list_newest on bank_list (confirmed_at desc, id)`.execute(db)
  await sql`create index bank_list_file on bank_list (sha256)`.execute(db)
  await sql`
    create table bank_list_row (
      bank_list_id uuid not null references bank_list (id),
      line integer not null check (line > 0),
      received_on date not null,
      amount_minor bigint not null check (amount_minor between 1 and 1000000000000000),
      bank_reference text check (length(bank_reference) between 1 and 140),
      sender text not null check (length(sender) <= 2000),
      text text not null check (length(text) <= 2000),
      outcome text not null check (outcome in ('booked', 'booked_already', 'left_out')),
      payment_id uuid references payment (id),
      reason text check (length(btrim(reason)) between 1 and 500),
      primary key (bank_list_id, line),
      check ((outcome = 'left_out') = (payment_id is null)),
      check ((outcome = 'left_out') = (reason is not null))
    )`.execute(db)
  await sql`create index bank_list_row_payment on bank_list_row (payment_id) where payment_id is not null`.execute(db)
  for (const table of ['bank_list', 'bank_list_row']) {
    await guardManagersTable(db, table)
    await sql`
      create trigger ${sql.raw(`${table}_is_append_only`)} before update or delete or truncate on ${sql.table(table)}
      for each statement execute function refuse_change()`.execute(db)
  }
  await sql`
    create function check_bank_list_sums() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      if exists (
        select from bank_list b
        where b.id = new.id and (b.row_count, b.sum_minor) is distinct from (
          select (count(*)::integer, coalesce(sum(r.amount_minor), 0)::bigint)
          from bank_list_row r where r.bank_list_id = b.id)
      ) then
        raise exception 'the lines of a bank list do not add up to its totals' using errcode = 'check_violation';
      end if;
      return null;
    end $$`.execute(db)
  await sql`
    create constraint trigger bank_list_sums after insert on bank_list deferrable initially deferred
    for each row execute function check_bank_list_sums()`.execute(db)
}
