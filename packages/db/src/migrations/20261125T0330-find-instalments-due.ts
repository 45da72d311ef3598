import { type Kysely, sql } from 'kysely'

// What is due soon or overdue is found by its day, and only among pledges of which something is owed.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index instalment_due on instalment (due_on) where paid_minor < amount_minor`.execute(db)
  await sql`create index pledge_balance_owed on pledge_balance (pledge_id) where receivable_minor > 0`.execute(db)
}
