import { randomUUID } from 'node:crypto'
import { connect } from '@concert/db/client'
import { prepare } from '@concert/db/prepare'
import { sql } from '@concert/db/testing/sql'
import { afterAll, expect, inject, test } from 'vitest'
import type { Context } from '../context.ts'
import { seedDemoFund } from '../demo/fund.ts'
import { aRandom } from '../demo/random.ts'
import { mergeDonors } from '../donors/merge-donors.ts'
import { listDonors } from '../donors/queries.ts'
import { undoMerge } from '../donors/undo-merge.ts'
import { listPledges, readPledge } from '../pledges/queries.ts'
import { inTransaction } from '../transaction.ts'
import { fundChecks } from './checks.ts'
import { readFundTotals } from './queries.ts'

const owner = `plain_${randomUUID().slice(0, 8)}`
const urlOf = (database: string) => inject('clusterUrl').replace('DATABASE', database)
const server = connect(urlOf('postgres'), { max: 1 })
await sql.raw(`create role ${owner} login createrole`).execute(server.db)
await sql.raw(`grant concert_app to ${owner}`).execute(server.db)
await sql.raw(`create database ${owner} owner ${owner}`).execute(server.db)
const { db, close } = connect(urlOf(owner).replace(/\/\/[^@]*@/, `//${owner}@`))

afterAll(async () => {
  await close()
  await sql.raw(`drop database ${owner} with (force)`).execute(server.db)
  await sql.raw(`drop role ${owner}`).execute(server.db)
  await server.close()
})

test('keeps balances, totals and the public story although forced row-level security binds the owner too', async () => {
  await prepare(db, { demonstration: false })
  const system: Context = {
    db,
    actor: { kind: 'system', name: 'test' },
    locale: 'en',
    requestId: randomUUID(),
    now: () => new Date('2026-11-24T09:00:00Z'),
    log: { info: () => {}, warn: () => {}, error: () => {} },
  }
  await inTransaction(system, (trx) => seedDemoFund(trx, system, aRandom(5)))
  const expectTrueBooks = async () => {
    for (const check of fundChecks) {
      const outcome = await inTransaction(system, (trx) => check.run(trx, system.now()))
      expect([check.id, outcome]).toEqual([check.id, { ok: true, found: 0, detail: '' }])
    }
  }
  await expectTrueBooks()
  const donors = await listDonors(system, { text: '', page: 1 }, 'en')
  const [intoId = '', fromId = ''] = donors.rows.filter(({ pledges }) => pledges > 0).map(({ id }) => id)
  const { mergeId } = await mergeDonors(system, { fromId, intoId, reason: 'Test', idempotencyKey: randomUUID() })
  await expectTrueBooks()
  await undoMerge(system, { mergeId, reason: 'Test', idempotencyKey: randomUUID() })
  await expectTrueBooks()
  const { totals } = await readFundTotals(system, 'en')
  expect(totals.donors).toBeGreaterThan(40)
  const { rows } = await listPledges(system, { text: '', kind: 'money', sort: 'oldest', page: 1 }, 'en')
  const story = await readPledge(system, rows[0]?.reference ?? '', 'en')
  expect(story.steps[0]).toMatchObject({ kind: 'announced', on: story.announcedOn })
})
