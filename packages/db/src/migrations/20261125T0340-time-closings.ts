import { type Kysely, sql } from 'kysely'

/** A closing waits for the journal's lock; it is closed when it has it, not when it began to wait. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table closed_period alter column closed_at set default clock_timestamp()`.execute(db)
}
