import { chmodSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, type Db } from '@concert/db/client'
import { openCluster } from '@concert/db/embedded/cluster'
import { prepare } from '@concert/db/prepare'
import { createDatabase, endSessions } from '@concert/db/testing/server'

/**
 * Does `work` on a PostgreSQL of its own in a temporary folder, which is gone afterwards whatever happens. The database
 * is migrated, or empty for a server that makes it its own.
 */
export async function onOwnDatabase<Result>(
  work: (database: { db: Db; url: string }) => Promise<Result>,
  { isEmpty = false } = {},
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'concert-bench-'))
  chmodSync(folder, 0o755)
  const cluster = await openCluster(folder, { settings: ['synchronous_commit=off'] })
  try {
    await createDatabase(cluster.urlOf('postgres'), 'faults')
    const url = cluster.urlOf('faults')
    const connection = connect(url, { max: 64 })
    // Work that was given up may be cut off in the middle of a request; that is no reason to leave the server running.
    connection.pool.on('connect', (client) => client.on('error', () => {}))
    try {
      if (!isEmpty) await prepare(connection.db, { demonstration: false })
      return await Promise.race([work({ db: connection.db, url }), endedByHand()])
    } finally {
      await endSessions(cluster.urlOf('postgres'))
      await connection.close()
    }
  } finally {
    await cluster.release()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Whoever is tired of waiting leaves no server behind. */
function endedByHand(): Promise<never> {
  return new Promise((_, failed) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => failed(new Error(`Ended by ${signal}`)))
    }
  })
}
