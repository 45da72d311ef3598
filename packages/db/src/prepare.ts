import { sql } from 'kysely'
import type { Db } from './client.ts'
import { migrate } from './migrate.ts'

export interface Prepared {
  /** Whether this call made the installation. */
  isNew: boolean
  isDemonstration: boolean
}

/** Brings a database to this version: schema, reference data, and what it is, a demonstration or real, for ever. */
export async function prepare(db: Db, options: { demonstration: boolean }): Promise<Prepared> {
  await migrate(db)
  const inserted = await db
    .insertInto('installation')
    .values({ is_demonstration: options.demonstration })
    .onConflict((conflict) => conflict.doNothing())
    .returning('is_demonstration')
    .executeTakeFirst()
  const installation = await db.selectFrom('installation').select('is_demonstration').executeTakeFirstOrThrow()
  return { isNew: inserted !== undefined, isDemonstration: installation.is_demonstration }
}

/** Whether anything of Concert is in the database: then it can no longer become a demonstration. */
export async function isEmpty(db: Db): Promise<boolean> {
  const found = await sql<{ there: boolean }>`select to_regclass('public.installation') is not null as there`.execute(
    db,
  )
  return !found.rows[0]?.there
}
