import { sql } from 'kysely'
import type { Db } from '../src/client.ts'

/**
 * Takes everything out of the fund, so that many runs share one database. As the owner of a test's database only: the
 * journal's own triggers refuse it, and are asleep for this one transaction. What refers to these tables goes with them.
 */
export async function emptyFund(db: Db): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx)
    await sql`
      do $$ begin
        execute 'truncate ' || (
          select string_agg(quote_ident(tablename), ', ') from pg_tables
          where schemaname = 'public' and (tablename like '%\\_tally' and tablename not like 'activity%' or tablename in
            ('donor', 'bank_account', 'exchange_rate', 'closed_period', 'second_signature', 'journal_entry', 'idempotency'))
        ) || ' cascade';
      end $$`.execute(trx)
  })
}
