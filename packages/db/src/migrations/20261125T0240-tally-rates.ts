import { type Kysely, sql } from 'kysely'
import { guardTable } from './guard-table.ts'

// Which rates of exchange stand on the lines of an account, so that a figure's proof can name them without a scan. What
// was reversed no longer counts.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table rate_use_tally (
      year integer not null,
      account text not null,
      currency text not null,
      rate_date date not null,
      rate numeric(22, 10) not null,
      rate_source text not null,
      lines integer not null,
      primary key (year, account, currency, rate_date, rate, rate_source)
    )`.execute(db)
  await guardTable(db, 'rate_use_tally')
  await sql`grant select on rate_use_tally to concert_app`.execute(db)
  await sql`
    create policy read on rate_use_tally for select to concert_app
    using (account in ('announced', 'pledge_income', 'unallocated', 'interest', 'grant_expense', 'support_cost',
      'bank_charges', 'fund_balance') or (select actor_has('fund_manager')))`.execute(db)
  await sql`
    create function keep_rate_uses() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      ${addTo('new_lines')};
      return null;
    end $$`.execute(db)
  await sql`
    create trigger keep_rate_uses after insert on journal_line referencing new table as new_lines
    for each statement execute function keep_rate_uses()`.execute(db)
  await addTo('journal_line').execute(db)

  // Money that is in no public number yet, or was never pledged: how many payments, and nothing else of them.
  await sql`
    create function money_left_out() returns table (reason text, rows bigint)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp begin atomic
      select 'unallocated', count(*) from payment_balance where unallocated_minor > 0
      union all
      select 'given_without_pledge', coalesce(sum(entries), 0)::bigint from journal_day_tally
      where kind = 'overpayment_given' and account = 'pledge_income';
    end`.execute(db)
}

function addTo(lines: 'new_lines' | 'journal_line') {
  return sql`
      insert into rate_use_tally as t (year, account, currency, rate_date, rate, rate_source, lines)
      select extract(year from e.value_date), l.account, l.currency, l.rate_date, l.rate, l.rate_source,
        sum(case when e.reverses is null then 1 else -1 end)
      from ${sql.table(lines)} l join journal_entry e on e.number = l.entry_number
      where l.rate is not null and l.currency <> 'USD'
      group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6
      on conflict (year, account, currency, rate_date, rate, rate_source) do update set
        lines = t.lines + excluded.lines`
}
