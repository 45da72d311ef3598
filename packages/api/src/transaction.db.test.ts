import { randomUUID } from 'node:crypto'
import { aDatabase } from '@concert/db/testing/database'
import { sql } from '@concert/db/testing/sql'
import type { Actor } from '@concert/domain/actor'
import { expect, test } from 'vitest'
import { recordAudit } from './audit/record-audit.ts'
import type { Context } from './context.ts'
import { inTransaction, once } from './transaction.ts'

const { db } = await aDatabase()
const silent = { info: () => {}, warn: () => {}, error: () => {} }

function contextOf(actor: Actor): Context {
  return { db, actor, locale: 'en', requestId: randomUUID(), now: () => new Date(), log: silent }
}

const manager = contextOf({ kind: 'person', userId: randomUUID(), name: 'M', agencyId: null, roles: ['fund_manager'] })
const administrator = contextOf({
  kind: 'person',
  userId: randomUUID(),
  name: 'A',
  agencyId: null,
  roles: ['administrator'],
})

test('runs every statement as concert_app in the name of the one who asks', async () => {
  const who = await inTransaction(manager, async (trx) => {
    const { rows } = await sql<{ role: string; fund: boolean; admin: boolean }>`
      select current_user::text as role, actor_has('fund_manager') as fund, actor_has('administrator') as admin`.execute(
      trx,
    )
    return rows[0]
  })
  expect(who).toEqual({ role: 'concert_app', fund: true, admin: false })
})

test('forgets who asked when the transaction ends', async () => {
  await inTransaction(manager, async () => {})
  const { rows } = await sql<{ signedIn: boolean; role: string }>`
    select actor_signed_in() as "signedIn", current_user::text as role`.execute(db)
  expect(rows[0]?.signedIn).toBe(false)
  expect(rows[0]?.role).not.toBe('concert_app')
})

test('answers the same key with the first result and does the work once', async () => {
  const key = randomUUID()
  let times = 0
  const ask = () =>
    once(manager, { key, procedure: 'test', body: { amount: 1, donor: 'a' } }, async () => {
      times += 1
      return { number: times }
    })
  const answers = await Promise.all(Array.from({ length: 20 }, ask))
  expect(times).toBe(1)
  expect(new Set(answers.map((answer) => answer.number))).toEqual(new Set([1]))
})

test('does not mind the order of fields when it compares bodies', async () => {
  const key = randomUUID()
  await once(manager, { key, procedure: 'test', body: { a: 1, b: 2 } }, async () => 'first')
  expect(await once(manager, { key, procedure: 'test', body: { b: 2, a: 1 } }, async () => 'second')).toBe('first')
})

test('refuses a key that comes back with another body', async () => {
  const key = randomUUID()
  await once(manager, { key, procedure: 'test', body: { amount: 1 } }, async () => null)
  await expect(once(manager, { key, procedure: 'test', body: { amount: 2 } }, async () => null)).rejects.toMatchObject({
    code: 'errors.key_reused',
  })
})

test('keeps nothing of a key whose work failed', async () => {
  const key = randomUUID()
  await expect(
    once(manager, { key, procedure: 'test', body: {} }, async () => {
      throw new Error('failed')
    }),
  ).rejects.toThrow('failed')
  expect(await once(manager, { key, procedure: 'test', body: {} }, async () => 'done')).toBe('done')
})

test('leaves an audit row that only an administrator reads', async () => {
  const id = randomUUID()
  await inTransaction(manager, (trx) => recordAudit(trx, manager, 'test.done', { type: 'test', id }, { amount: 5 }))
  const read = (ctx: Context) =>
    inTransaction(ctx, (trx) =>
      trx.selectFrom('audit_row').select(['action', 'actor_name']).where('subject_id', '=', id).execute(),
    )
  expect(await read(manager)).toEqual([])
  expect(await read(administrator)).toEqual([{ action: 'test.done', actor_name: 'M' }])
})

test('nobody changes or removes an audit row, not even the owner of the database', async () => {
  await expect(sql`update audit_row set actor_name = 'nobody'`.execute(db)).rejects.toThrow('append-only')
  await expect(sql`delete from audit_row`.execute(db)).rejects.toThrow('append-only')
  await expect(sql`truncate audit_row cascade`.execute(db)).rejects.toThrow('append-only')
})
