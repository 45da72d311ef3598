import { sql } from 'kysely'
import type { Db } from './client.ts'
import { isMigrated, migrate } from './migrate.ts'
import { seedReference } from './seed-reference.ts'

export interface Prepared {
  /** Whether this call made the installation. */
  isNew: boolean
  isDemonstration: boolean
}

/** Brings a database to this version: schema, reference data, and what it is, a demonstration or real, for ever. */
export async function prepare(
  db: Db,
  options: { demonstration: boolean; progress?: ((step: string) => void) | undefined },
): Promise<Prepared> {
  if (!(await isMigrated(db))) {
    options.progress?.('Bringing the database to this version')
    await migrate(db)
  }
  await seedReference(db)
  const inserted = await db
    .insertInto('installation')
    .values({ is_demonstration: options.demonstration })
    .onConflict((conflict) => conflict.doNothing())
    .returning('is_demonstration')
    .executeTakeFirst()
  const installation = await db.selectFrom('installation').select('is_demonstration').executeTakeFirstOrThrow()
  return { isNew: inserted !== undefined, isDemonstration: installation.is_demonstration }
}

/** What this database is, once Concert has made it its own. */
export async function findInstallation(db: Db): Promise<{ isDemonstration: boolean } | undefined> {
  if (!(await isThere(db, 'installation'))) return undefined
  const row = await db.selectFrom('installation').select('is_demonstration').executeTakeFirst()
  return row && { isDemonstration: row.is_demonstration }
}

/** Whether nothing but Concert's own schema, without an installation, is in the database. */
export async function isEmpty(db: Db): Promise<boolean> {
  if (await isThere(db, 'kysely_migration')) return true
  const { rows } = await sql<{ tables: number }>`
    select count(*)::int as tables from pg_tables where schemaname = 'public'`.execute(db)
  return rows[0]?.tables === 0
}

async function isThere(db: Db, table: string): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass(${`public.${table}`}) is not null as there`.execute(
    db,
  )
  return rows[0]?.there ?? false
}
