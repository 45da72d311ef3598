import { sql } from 'kysely'
import type { Db } from '../src/client.ts'

/**
 * Takes everything out of the fund, so that many runs share one database: these tables, the tallies, and whatever refers
 * to them. As the owner of a test's database only: the journal's own triggers refuse it, and are asleep for this one
 * transaction. Rows are deleted, since truncating makes dozens of files anew.
 */
export async function emptyFund(db: Db): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx)
    await sql`
      do $$
      declare
        emptied regclass;
      begin
        for emptied in
          with recursive gone as (
            select oid from pg_class
            where relnamespace = 'public'::regnamespace and relkind = 'r'
              and (relname like '%\\_tally' and relname not like 'activity%' or relname in
                ('donor', 'bank_account', 'exchange_rate', 'closed_period', 'second_signature', 'journal_entry', 'idempotency'))
            union
            select c.conrelid from pg_constraint c join gone on c.confrelid = gone.oid where c.contype = 'f'
          )
          select oid from gone
        loop
          execute format('delete from %s', emptied);
        end loop;
      end $$`.execute(trx)
  })
}
