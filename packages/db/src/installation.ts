import type { Db } from './client.ts'

/** Whether this database was made as a demonstration; it stays one for ever. */
export async function isDemonstration(db: Db): Promise<boolean> {
  const row = await db.selectFrom('installation').select('is_demonstration').executeTakeFirstOrThrow()
  return row.is_demonstration
}
