import type { Db } from '../src/client.ts'
import { sql } from './sql.ts'

/**
 * One invented extract over all days of the fund that agrees with every receipt, each document matched; nothing where
 * there is one already. What only refuses is off meanwhile. Only as a superuser.
 */
export async function reconcileFund(db: Db): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { rows } = await sql`select from extract limit 1`.execute(trx)
    if (rows.length > 0) return
    await sql`set local session_replication_role = replica`.execute(trx)
    await sql`
      insert into extract (file_name, sha256, from_on, until_on, row_count, new_count, changed_count, imported_by_name)
      select 'Invented', repeat('0', 64), min(value_date), max(value_date), 1, 1, 0, 'Bench' from journal_entry`.execute(
      trx,
    )
    await sql`
      insert into extract_row
        (document, version, extract_id, line, posted_on, kind, amount_minor, currency, usd_minor, text)
      select 'DOC ' || e.number, 1, x.id, row_number() over (order by e.number), e.value_date, 'CONTRIBUTION',
        -l.amount_minor, l.currency, -l.usd_minor, ''
      from journal_entry e
      join journal_line l on l.entry_number = e.number and l.account = 'unallocated'
      cross join extract x
      where e.kind = 'payment_received' and not exists (select from journal_entry r where r.reverses = e.number)`.execute(
      trx,
    )
    await sql`
      insert into reconciliation_match (document, entry_number, kind, basis, matched_by_name)
      select document, substr(document, 5)::bigint, kind, 'unique', 'Bench' from extract_row`.execute(trx)
  })
  await sql`select rebuild_reconciliation_lines()`.execute(db)
  await sql`analyze extract, extract_row, reconciliation_match, reconciliation_line`.execute(db)
}
