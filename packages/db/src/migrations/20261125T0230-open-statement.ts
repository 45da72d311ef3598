import { type Kysely, sql } from 'kysely'

// Anyone may read what a calendar year's accounts add up to, and nothing of a shorter time: one day's total is a payment.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function public_statement_cells(year integer)
    returns table (last_entry bigint, kind text, account text, before_usd bigint, within_usd bigint,
      before_entries bigint, within_entries bigint)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp begin atomic
      select (select coalesce(max(number), 0) from journal_entry), t.kind, t.account,
        coalesce(sum(t.usd_minor) filter (where t.value_date < make_date(year, 1, 1)), 0)::bigint,
        coalesce(sum(t.usd_minor) filter (where t.value_date >= make_date(year, 1, 1)), 0)::bigint,
        coalesce(sum(t.entries) filter (where t.value_date < make_date(year, 1, 1)), 0),
        coalesce(sum(t.entries) filter (where t.value_date >= make_date(year, 1, 1)), 0)
      from journal_day_tally t
      where t.value_date <= make_date(year, 12, 31) and t.account in ('fund_balance', 'pledge_income', 'interest',
        'grant_expense', 'support_cost', 'bank_charges', 'written_off', 'fx_difference')
      group by t.kind, t.account;
    end`.execute(db)
  await sql`
    create function public_statement_years() returns table (first_year integer, last_year integer)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp begin atomic
      select extract(year from min(value_date))::integer, extract(year from max(value_date))::integer
      from journal_day_tally;
    end`.execute(db)
}
