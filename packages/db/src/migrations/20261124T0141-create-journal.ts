import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table journal_entry (
      number bigint primary key check (number > 0),
      kind text not null check (kind in (
        'pledge_announced', 'announcement_changed', 'pledge_formalised', 'pledge_formalised_conditionally',
        'condition_met', 'pledge_increased', 'pledge_reduced', 'pledge_withdrawn', 'payment_received',
        'payment_allocated', 'allocation_undone', 'overpayment_given', 'payment_refunded', 'bank_converted',
        'pledge_written_off', 'grant_awarded', 'grant_disbursed', 'grant_cut', 'grant_refunded',
        'support_cost_charged', 'interest_received', 'period_closed', 'balance_opened', 'entry_reversed')),
      value_date date not null,
      booked_at timestamptz not null default clock_timestamp(),
      actor_id uuid,
      actor_name text not null,
      reason text,
      idempotency_key uuid,
      reverses bigint unique references journal_entry (number),
      check ((reverses is not null) = (kind in ('allocation_undone', 'entry_reversed'))),
      check (reverses is null or reason is not null)
    )`.execute(db)
  await sql`create index journal_entry_value_date on journal_entry (value_date)`.execute(db)

  await sql`
    create table journal_line (
      entry_number bigint not null references journal_entry (number),
      position integer not null check (position > 0),
      account text not null check (account in (
        'announced', 'conditional', 'promises', 'receivable', 'cash', 'unallocated', 'grants_payable', 'fund_balance',
        'pledge_income', 'interest', 'grant_expense', 'support_cost', 'bank_charges', 'written_off', 'fx_difference',
        'conversion')),
      bank_account_id uuid references bank_account (id),
      amount_minor bigint not null check (abs(amount_minor) <= 1000000000000000),
      currency text not null check (currency ~ '^[A-Z]{3}$'),
      usd_minor bigint not null check (abs(usd_minor) <= 1000000000000000),
      rate numeric(22, 10) check (rate > 0),
      rate_date date,
      rate_source text,
      pledge_id uuid references pledge (id),
      payment_id uuid references payment (id),
      grant_id uuid,
      donor_id uuid references donor (id),
      instalment_id uuid references instalment (id),
      primary key (entry_number, position),
      check (amount_minor <> 0 or usd_minor <> 0),
      check ((account = 'cash') = (bank_account_id is not null)),
      check ((rate is null) = (rate_date is null) and (rate is null) = (rate_source is null)),
      check (account <> 'fx_difference' or amount_minor = 0),
      check (currency <> 'USD' or account in ('fx_difference', 'conversion') or amount_minor = usd_minor),
      check (account not in ('announced', 'conditional', 'receivable') or pledge_id is not null),
      check (account <> 'unallocated' or payment_id is not null)
    )`.execute(db)
  await sql`create index journal_line_pledge on journal_line (pledge_id) where pledge_id is not null`.execute(db)
  await sql`create index journal_line_payment on journal_line (payment_id) where payment_id is not null`.execute(db)
  await sql`create index journal_line_instalment on journal_line (instalment_id) where instalment_id is not null`.execute(
    db,
  )
  for (const table of ['journal_entry', 'journal_line']) {
    await sql`
      create trigger ${sql.raw(`${table}_is_append_only`)} before update or delete or truncate on ${sql.table(table)}
      for each statement execute function refuse_change()`.execute(db)
  }
  await numberEntries(db)
  await balanceEntries(db)

  await sql`
    create table allocation (
      id uuid primary key default gen_random_uuid(),
      payment_id uuid not null references payment (id),
      pledge_id uuid not null references pledge (id),
      instalment_id uuid references instalment (id),
      amount_minor bigint not null check (amount_minor between 0 and 1000000000000000),
      settled_minor bigint not null check (settled_minor between 1 and 1000000000000000),
      allocated_on date not null,
      entry_number bigint not null unique references journal_entry (number),
      undone_by bigint unique references journal_entry (number)
    )`.execute(db)
  await sql`create index allocation_payment on allocation (payment_id)`.execute(db)
  await sql`create index allocation_pledge on allocation (pledge_id)`.execute(db)
  await sql`
    alter table payment add constraint payment_reversed_by_fkey
    foreign key (reversed_by) references journal_entry (number)`.execute(db)
}

/** Without a gap: one lock for all who post, and the next number while it is held. */
async function numberEntries(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function lock_journal() returns bigint language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      perform pg_advisory_xact_lock(719, 1);
      return (select coalesce(max(number), 0) + 1 from journal_entry);
    end $$`.execute(db)
  await sql`
    create function admit_entry() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
    declare
      next bigint := lock_journal();
    begin
      if new.number <> next then
        raise exception 'entry % is not the next one, %', new.number, next using errcode = 'check_violation';
      end if;
      if exists (select from closed_period where until_on >= new.value_date) then
        raise exception 'the period of % is closed', new.value_date using errcode = 'check_violation';
      end if;
      if exists (select from journal_entry where number = new.reverses and reverses is not null) then
        raise exception 'entry % is a reversal and cannot be reversed', new.reverses using errcode = 'check_violation';
      end if;
      return new;
    end $$`.execute(db)
  await sql`
    create trigger admit before insert on journal_entry for each row execute function admit_entry()`.execute(db)
  await sql`
    create function close_after_postings() returns trigger language plpgsql as $$
    begin
      perform lock_journal();
      return null;
    end $$`.execute(db)
  await sql`
    create trigger close_after_postings before insert on closed_period
    for each statement execute function close_after_postings()`.execute(db)
}

/** Held to it when the transaction ends, so that an entry can be written line by line. */
async function balanceEntries(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function check_entry_balances() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      if exists (
        select from journal_line where entry_number = new.entry_number
        group by grouping sets ((currency), ())
        having case when grouping(currency) = 0 then sum(amount_minor) else sum(usd_minor) end <> 0
          or grouping(currency) = 1 and sum(usd_minor) filter (where account = 'conversion') <> 0
      ) then
        raise exception 'entry % does not balance', new.entry_number using errcode = 'check_violation';
      end if;
      return null;
    end $$`.execute(db)
  await sql`
    create constraint trigger balances after insert on journal_line deferrable initially deferred
    for each row execute function check_entry_balances()`.execute(db)

  await sql`
    create function check_entry_whole() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      if (select count(*) from journal_line where entry_number = new.number) < 2 then
        raise exception 'entry % has no lines', new.number using errcode = 'check_violation';
      end if;
      if new.reverses is not null and exists (
        with original as (
          select account, bank_account_id, currency, -amount_minor, -usd_minor, pledge_id, payment_id, grant_id,
            donor_id, instalment_id
          from journal_line where entry_number = new.reverses
        ), mirror as (
          select account, bank_account_id, currency, amount_minor, usd_minor, pledge_id, payment_id, grant_id,
            donor_id, instalment_id
          from journal_line where entry_number = new.number
        )
        (select * from original except all select * from mirror)
        union all
        (select * from mirror except all select * from original)
      ) then
        raise exception 'entry % is no mirror of entry %', new.number, new.reverses using errcode = 'check_violation';
      end if;
      return null;
    end $$`.execute(db)
  await sql`
    create constraint trigger is_whole after insert on journal_entry deferrable initially deferred
    for each row execute function check_entry_whole()`.execute(db)
}
