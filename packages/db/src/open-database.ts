import pg from 'pg'
import { assertServerFits } from './assert-server.ts'
import { connect, type DatabaseConnection } from './client.ts'
import { openCluster } from './embedded/cluster.ts'
import { OperatorError } from './operator-error.ts'

export interface DatabaseSettings {
  /** A PostgreSQL server of the operator's own, 15 to 18. */
  databaseUrl?: string | undefined
  /** Where the embedded PostgreSQL keeps its data when there is none. */
  dataFolder: string
}

export interface OpenDatabase extends DatabaseConnection {
  url: string
  /** Whether this process started the embedded server, rather than joining one. */
  started: boolean
}

/** Opens Concert's database: the operator's, or the embedded one, which is started when it does not run. */
export async function openDatabase(
  settings: DatabaseSettings,
  options: { max?: number; onError?: (error: Error) => void; progress?: (step: string) => void } = {},
): Promise<OpenDatabase> {
  if (settings.databaseUrl) {
    await checkUrl(settings.databaseUrl)
    const connection = connect(settings.databaseUrl, options)
    await assertOrClose(connection)
    return { ...connection, url: settings.databaseUrl, started: false }
  }
  const cluster = await openCluster(settings.dataFolder, { progress: options.progress })
  await createDatabaseOnce(cluster.urlOf('postgres'))
  const url = cluster.urlOf('concert')
  const connection = connect(url, options)
  await assertOrClose(connection)
  return {
    ...connection,
    url,
    started: cluster.started,
    close: async () => {
      await connection.close()
      await cluster.release()
    },
  }
}

async function assertOrClose(connection: DatabaseConnection): Promise<void> {
  try {
    await assertServerFits(connection.db)
  } catch (error) {
    await connection.close()
    throw error
  }
}

async function checkUrl(url: string): Promise<void> {
  if (!/^postgres(ql)?:\/\//.test(url)) {
    throw new OperatorError('DATABASE_URL must begin with postgresql://, as in postgresql://user@host:5432/concert.')
  }
  let client: pg.Client
  try {
    client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  } catch (cause) {
    throw new OperatorError('DATABASE_URL cannot be read as an address, as in postgresql://user@host:5432/concert.', {
      cause,
    })
  }
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (cause) {
    const reason = cause instanceof Error && cause.message ? cause.message : 'no answer'
    throw new OperatorError(
      `No database answers at DATABASE_URL (${reason}). Check the host, the port, the name of the database, the user and the password.`,
      { cause },
    )
  } finally {
    await client.end().catch(() => {})
  }
}

async function createDatabaseOnce(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const found = await client.query(`select from pg_database where datname = 'concert'`)
    if (found.rowCount === 0) await client.query('create database concert')
  } catch (error) {
    // Another process made it between the two statements.
    if ((error as { code?: string }).code !== '42P04') throw error
  } finally {
    await client.end()
  }
}
