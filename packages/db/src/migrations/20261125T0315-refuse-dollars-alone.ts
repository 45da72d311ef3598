import { type Kysely, sql } from 'kysely'

/**
 * Reversing an increase after part of the sum was taken back at another rate could leave dollars where no amount is left,
 * or less than none on what is owed. Such a reversal is refused, as it is for what waits for a condition.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table pledge_balance
      add constraint pledge_balance_announced_has_amount check (announced_minor > 0 or announced_usd = 0),
      add constraint pledge_balance_receivable_usd check (receivable_usd >= 0)`.execute(db)
}
