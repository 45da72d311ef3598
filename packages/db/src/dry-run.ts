import { sql } from 'kysely'
import type { Trx } from './client.ts'

/** Does `work` and takes it back, so that whatever would be refused is refused now, and nothing is left of it. */
export async function dryRun<Result>(trx: Trx, work: () => Promise<Result>): Promise<Result> {
  await sql`savepoint dry_run`.execute(trx)
  const result = await work()
  await sql`rollback to savepoint dry_run`.execute(trx)
  return result
}
