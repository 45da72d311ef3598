import { type Kysely, sql } from 'kysely'
import { guardTable } from './guard-table.ts'

/** What each bank account holds, kept by the entry that changes it. It may pass below zero when a payment bounces. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table bank_account_balance (
      bank_account_id uuid primary key references bank_account (id),
      held_minor bigint not null default 0,
      held_usd bigint not null default 0
    )`.execute(db)
  await guardTable(db, 'bank_account_balance')
  await sql`grant select on bank_account_balance to concert_app`.execute(db)
  await sql`
    create policy read on bank_account_balance for select to concert_app
    using ((select actor_has('fund_manager')))`.execute(db)
  await sql`
    create function open_bank_account_balance() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      insert into bank_account_balance (bank_account_id) values (new.id);
      return null;
    end $$`.execute(db)
  await sql`
    create trigger open_balance after insert on bank_account
    for each row execute function open_bank_account_balance()`.execute(db)
  await sql`
    create function keep_bank_account_balances() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      update bank_account_balance b set held_minor = b.held_minor + d.minor, held_usd = b.held_usd + d.usd
      from (
        select bank_account_id, sum(amount_minor)::bigint as minor, sum(usd_minor)::bigint as usd
        from new_lines where account = 'cash' group by 1
      ) d
      where b.bank_account_id = d.bank_account_id;
      return null;
    end $$`.execute(db)
  await sql`
    create trigger keep_account_balances after insert on journal_line referencing new table as new_lines
    for each statement execute function keep_bank_account_balances()`.execute(db)
  await sql`
    insert into bank_account_balance (bank_account_id, held_minor, held_usd)
    select b.id, coalesce(sum(l.amount_minor), 0), coalesce(sum(l.usd_minor), 0)
    from bank_account b left join journal_line l on l.bank_account_id = b.id and l.account = 'cash'
    group by b.id`.execute(db)
}
