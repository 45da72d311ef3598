import { sql } from 'kysely'
import { type MigrationResult, Migrator } from 'kysely/migration'
import type { Db } from './client.ts'
import { migrations } from './migrations/index.ts'

/** Brings the schema up to date; kysely's lock makes two starting replicas wait for each other. */
export async function migrate(db: Db): Promise<readonly MigrationResult[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error, results } = await migrator.migrateToLatest()
  if (error) throw error
  return results ?? []
}

/** Whether every migration of this version has run. */
export async function isMigrated(db: Db): Promise<boolean> {
  const table = await sql<{ there: boolean }>`select to_regclass('kysely_migration') is not null as there`.execute(db)
  if (!table.rows[0]?.there) return false
  const done = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
  const names = new Set(done.rows.map((row) => row.name))
  return Object.keys(migrations).every((name) => names.has(name))
}
