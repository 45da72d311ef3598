import { type Kysely, sql } from 'kysely'

// What anyone may know of the journal to see what was not counted twice: sums by kind of entry, never by day or donor.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function public_fund_flows() returns table (kind text, account text, usd_minor bigint, entries bigint)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp begin atomic
      select t.kind, t.account, sum(t.usd_minor)::bigint, sum(t.entries)::bigint
      from journal_day_tally t where t.account in ('announced', 'pledge_income', 'unallocated')
      group by t.kind, t.account;
    end`.execute(db)
}
