import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { connect, type Db } from '../src/client.ts'

declare module 'vitest' {
  interface ProvidedContext {
    clusterUrl: string
  }
}

/** A database of this test file's own, migrated and with reference data; dropped after its last test. */
export async function aDatabase(options: { demonstration?: boolean } = {}): Promise<{ db: Db; url: string }> {
  const clusterUrl = inject('clusterUrl')
  const name = `test_${randomBytes(6).toString('hex')}`
  const server = new pg.Client({ connectionString: clusterUrl.replace('DATABASE', 'postgres') })
  await server.connect()
  await cloneTemplate(server, name)
  const url = clusterUrl.replace('DATABASE', name)
  const connection = connect(url, { max: 60 })
  if (options.demonstration) {
    // A real database never becomes a demonstration; only a clone made for a test may.
    await connection.pool.query(
      `alter table installation disable trigger user; update installation set is_demonstration = true; alter table installation enable trigger user`,
    )
  }
  afterAll(async () => {
    await connection.close()
    await server.query(`drop database if exists ${name} with (force)`)
    await server.end()
  })
  return { db: connection.db, url }
}

async function cloneTemplate(server: pg.Client, name: string): Promise<void> {
  // Cloning refuses while another file clones the same template.
  await server.query('select pg_advisory_lock(719)')
  try {
    await server.query(`create database ${name} template concert_template`)
  } finally {
    await server.query('select pg_advisory_unlock(719)')
  }
}
