import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { OperatorError } from '../operator-error.ts'
import { type Cluster, openCluster } from './cluster.ts'

let folder: string
let open: Cluster[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concert-cluster-'))
  await chmod(folder, 0o755)
})

afterEach(async () => {
  for (const cluster of open) await cluster.release()
  open = []
  await rm(folder, { recursive: true, force: true })
})

async function opened(at = folder): Promise<Cluster> {
  const cluster = await openCluster(at)
  open.push(cluster)
  return cluster
}

async function ask(cluster: Cluster, question: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: cluster.urlOf('postgres') })
  await client.connect()
  try {
    const { rows } = await client.query({ text: question, rowMode: 'array' })
    return rows[0]?.[0]
  } finally {
    await client.end()
  }
}

async function postmaster(): Promise<number> {
  return Number((await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])
}

test('is durable, checks its pages and knows the letters of six scripts, whatever LANG says', async () => {
  const cluster = await opened()
  expect(await ask(cluster, 'show fsync')).toBe('on')
  expect(await ask(cluster, 'show data_checksums')).toBe('on')
  expect(await ask(cluster, 'show server_encoding')).toBe('UTF8')
  expect(await ask(cluster, 'show TimeZone')).toBe('UTC')
  expect(await ask(cluster, `select lower('ÉТОРГОВЛЯ')`)).toBe('éторговля')
})

test('listens on no network address', async () => {
  expect(await ask(await opened(), 'show listen_addresses')).toBe('')
})

test('is joined by a second process, and ends with the last one', async () => {
  const first = await opened()
  const second = await opened()
  expect([first.started, second.started]).toEqual([true, false])
  const client = new pg.Client({ connectionString: second.urlOf('postgres') })
  await client.connect()
  await first.release()
  expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await client.end()
  await second.release()
  await expect(ask(second, 'select 1')).rejects.toThrow()
})

test('is one server when two processes start it at the same moment', async () => {
  const both = await Promise.all([opened(), opened()])
  expect(both.filter((cluster) => cluster.started).length).toBeLessThanOrEqual(1)
  expect(await Promise.all(both.map((cluster) => ask(cluster, 'select 1')))).toEqual([1, 1])
})

test('comes back with its data after it was killed', async () => {
  await ask(await opened(), 'create table kept as select 42 as answer')
  process.kill(await postmaster(), 'SIGKILL')
  const again = await opened()
  expect(await ask(again, 'select answer from kept')).toBe(42)
})

test('adopts the server that a killed Concert left behind', async () => {
  await opened()
  const before = await postmaster()
  const again = await opened()
  expect(again.started).toBe(false)
  expect(await postmaster()).toBe(before)
})

test('works in a folder whose path is too long for a socket', async () => {
  const deep = join(folder, 'a'.repeat(60), 'b'.repeat(60))
  await mkdir(deep, { recursive: true })
  expect(await ask(await opened(deep), 'select 1')).toBe(1)
})

test('refuses a folder of another major version in one sentence that says what to do', async () => {
  await mkdir(join(folder, 'postgres'), { recursive: true })
  await writeFile(join(folder, 'postgres', 'PG_VERSION'), '17\n')
  const refusal = await openCluster(folder).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(OperatorError)
  expect(String(refusal)).toMatch(/made by PostgreSQL 17.*CONCERT_DATA=/)
})

test('refuses a folder that cannot be made in one sentence that names the setting', async () => {
  await writeFile(join(folder, 'file'), '')
  const refusal = await openCluster(join(folder, 'file', 'data')).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(OperatorError)
  expect(String(refusal)).toContain('CONCERT_DATA')
})
