import { sql } from 'kysely'
import type { Trx } from './client.ts'

/** Does `work`; when it is refused, what it wrote is taken back and the rest of the transaction goes on. */
export async function withinSavepoint<Result>(trx: Trx, work: () => Promise<Result>): Promise<Result> {
  await sql`savepoint part`.execute(trx)
  try {
    const result = await work()
    await sql`release savepoint part`.execute(trx)
    return result
  } catch (error) {
    await sql`rollback to savepoint part`.execute(trx)
    throw error
  }
}
