import { chmodSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from '../src/client.ts'
import { openCluster } from '../src/embedded/cluster.ts'
import { prepare } from '../src/prepare.ts'
import { createDatabase } from './server.ts'

/** One server for the whole run, and one migrated template from which each test file clones its own database. */
export default async function setup(project: { provide(key: 'clusterUrl', value: string): void }) {
  const folder = await mkdtemp(join(tmpdir(), 'concert-test-'))
  chmodSync(folder, 0o755)
  // Durability is tested by the fault runs; here a lost test database is no loss.
  const cluster = await openCluster(folder, {
    settings: ['synchronous_commit=off'],
  })
  await createDatabase(cluster.urlOf('postgres'), 'concert_template')
  const template = connect(cluster.urlOf('concert_template'), { max: 2 })
  await prepare(template.db, { demonstration: false })
  await template.close()
  project.provide('clusterUrl', cluster.urlOf('DATABASE'))
  return async () => {
    await cluster.release()
    await rm(folder, { recursive: true, force: true })
  }
}
