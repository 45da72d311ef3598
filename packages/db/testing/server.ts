import { sql } from 'kysely'
import pg from 'pg'
import type { Db } from '../src/client.ts'

export async function findServerVersion(db: Db): Promise<string> {
  const { rows } = await sql<{ server_version: string }>`show server_version`.execute(db)
  return rows[0]?.server_version ?? 'unknown'
}

/** Makes an empty database on the server at `url`. */
export async function createDatabase(url: string, name: string): Promise<void> {
  const server = new pg.Client({ connectionString: url })
  await server.connect()
  try {
    await server.query(`create database ${pg.escapeIdentifier(name)}`)
  } finally {
    await server.end()
  }
}

/** Ends whatever still runs on the server at `url`, so that it can be stopped. */
export async function endSessions(url: string): Promise<void> {
  const server = new pg.Client({ connectionString: url })
  await server.connect()
  try {
    await server.query(`
      select pg_terminate_backend(pid) from pg_stat_activity
      where backend_type = 'client backend' and pid <> pg_backend_pid()`)
  } finally {
    await server.end()
  }
}

/** One value for the rows of every table: two that are equal hold the same to the last byte. */
export async function fingerprintOfTables(db: Db): Promise<Record<string, string>> {
  const { rows: tables } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(db)
  const prints = tables.map(
    ({ name }) =>
      sql`select ${name} as name, md5(string_agg(t::text, ',' order by t::text)) as print from ${sql.table(name)} t`,
  )
  const { rows } = await sql<{ name: string; print: string | null }>`${sql.join(prints, sql` union all `)}`.execute(db)
  return Object.fromEntries(rows.map(({ name, print }) => [name, print ?? '']))
}
