import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { Database } from './database.ts'

/** The database or a transaction on it. */
export type Db = Kysely<Database>
export type Trx = Transaction<Database>

// bigint columns hold at most 10^15 (journal.md, invariant 3), so they are safe integers in code.
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value))
    throw new RangeError(`The database holds ${text}, more than an exact integer can carry`)
  return value
})
// Calendar dates stay YYYY-MM-DD and instants ISO strings: what the server returns is what the page gets.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString())

export interface DatabaseConnection {
  db: Db
  pool: pg.Pool
  close(): Promise<void>
}

/** Opens a pool on `url`. `onError` hears of idle connections that break: a restart of the database must not end the process. */
export function connect(
  url: string,
  options: { max?: number; onError?: (error: Error) => void } = {},
): DatabaseConnection {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 16,
    application_name: 'concert',
    options: '-c TimeZone=UTC',
  })
  pool.on('error', options.onError ?? (() => {}))
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  return { db, pool, close: () => db.destroy() }
}
