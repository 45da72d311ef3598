import { randomUUID } from 'node:crypto'
import { aDatabase } from '@concert/db/testing/database'
import { sql } from '@concert/db/testing/sql'
import { beforeEach, expect, test } from 'vitest'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { recordAudit } from './record-audit.ts'
import { sealAudit, verifyAudit } from './seal-audit.ts'

const { db } = await aDatabase()
const silent = { info: () => {}, warn: () => {}, error: () => {} }
const ctx: Context = {
  db,
  actor: { kind: 'system', name: 'test' },
  locale: 'en',
  requestId: 'r',
  now: () => new Date(),
  log: silent,
}

/** What someone with the keys of the database could do: change what the triggers protect. */
async function tamper(statement: string): Promise<void> {
  await sql
    .raw(`set session_replication_role = replica; ${statement}; set session_replication_role = origin`)
    .execute(db)
}

beforeEach(async () => {
  await tamper('delete from audit_seal; delete from audit_value; delete from audit_row')
  for (let n = 0; n < 5; n += 1) {
    await inTransaction(ctx, (trx) => recordAudit(trx, ctx, 'test.done', { type: 'test', id: randomUUID() }, { n }))
  }
  await sealAudit(db)
})

test('seals each committed row once, and the chain verifies', async () => {
  expect(await sealAudit(db)).toBe(0)
  expect(await verifyAudit(db)).toEqual({ sealed: 5, faults: [] })
})

test('two sealers at once make one chain', async () => {
  for (let n = 0; n < 50; n += 1) {
    await inTransaction(ctx, (trx) => recordAudit(trx, ctx, 'test.done', { type: 'test', id: randomUUID() }, { n }))
  }
  const sealed = await Promise.all(Array.from({ length: 8 }, () => sealAudit(db)))
  while ((await sealAudit(db)) > 0);
  expect(sealed.reduce((sum, count) => sum + count, 0)).toBe(50)
  expect(await verifyAudit(db)).toEqual({ sealed: 55, faults: [] })
})

test('verifies after values were erased for safety', async () => {
  await sql`update audit_value set values = null, erased_at = now()
            where audit_id = (select audit_id from audit_seal where position = 2)`.execute(db)
  expect((await verifyAudit(db)).faults).toEqual([])
})

test.each([
  [
    'an edited row',
    `update audit_row set actor_name = 'x' where id = (select audit_id from audit_seal where position = 3)`,
    3,
    'edited',
  ],
  [
    'edited values',
    `update audit_value set values = '{}' where audit_id = (select audit_id from audit_seal where position = 4)`,
    4,
    'values_edited',
  ],
  [
    'a removed row',
    `delete from audit_row where id = (select audit_id from audit_seal where position = 2)`,
    2,
    'missing',
  ],
  [
    'swapped rows',
    `update audit_seal set audit_id = case position when 2 then (select audit_id from audit_seal where position = 3) else (select audit_id from audit_seal where position = 2) end where position in (2, 3)`,
    2,
    'edited',
  ],
] as const)('finds %s', async (_, statement, position, fault) => {
  if (statement.includes('case position'))
    await tamper('alter table audit_seal drop constraint if exists audit_seal_audit_id_key')
  await tamper(statement)
  expect((await verifyAudit(db)).faults).toContainEqual({ position, fault })
})
