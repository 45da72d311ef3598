import { insertMail } from '@concert/db/outbox'
import { aNewActivity } from '@concert/db/testing/activities'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aMailServer, type MailServer } from '../../testing/mail-server.ts'
import { aKnownPerson, type KnownPerson } from '../../testing/people.ts'
import { aWorld } from '../../testing/world.ts'
import { createMail } from '../mail.ts'
import { emptyOutbox, keepSending } from './keep-sending.ts'
import { type SendingContext, sendNext } from './send-next.ts'

const world = await aWorld()
const { db, clock, administrator } = world
const start = clock.now.getTime()
const logged: unknown[] = []
const log = {
  info: (...said: unknown[]) => void logged.push(said),
  warn: (...said: unknown[]) => void logged.push(said),
  error: (...said: unknown[]) => void logged.push(said),
}

let server: MailServer
let ctx: SendingContext
beforeEach(async () => {
  server = await aMailServer()
  clock.now = new Date(start)
  logged.length = 0
  ctx = {
    ...world.contextOf({ kind: 'system', name: 'test' }),
    log,
    mail: createMail(server.url, 'https://concert.example.org'),
  }
})
afterEach(async () => {
  await db.deleteFrom('outbox_mail').execute()
  await server.close()
})

let keys = 0
async function aWaitingMail(agency = 'iom'): Promise<KnownPerson> {
  const person = await aKnownPerson(world, 'focal_point', agency)
  await person.caller.activities.draft(aNewActivity())
  await person.caller.digests.change({ frequency: 'weekly', locale: 'en' })
  keys += 1
  await db.transaction().execute((trx) =>
    insertMail(trx, {
      toUserId: person.userId,
      kind: 'digest',
      key: `test ${keys}`,
      locale: 'en',
      dueAt: new Date(start).toISOString(),
    }),
  )
  await db.updateTable('digest_choice').set({ last_on: '2026-11-24' }).where('user_id', '=', person.userId).execute()
  return person
}

const rowOf = ({ userId }: KnownPerson) =>
  db.selectFrom('outbox_mail').selectAll().where('to_user_id', '=', userId).executeTakeFirstOrThrow()

async function attemptsUntilSettled(person: KnownPerson): Promise<number[]> {
  const minutes: number[] = []
  for (let attempt = 0; attempt < 20; attempt += 1) {
    await sendNext(ctx)
    minutes.push((clock.now.getTime() - start) / 60_000)
    const row = await rowOf(person)
    if (row.outcome !== null) break
    clock.now = new Date(Date.parse(row.due_at) - 1)
    expect(await sendNext(ctx)).toBeNull()
    clock.now = new Date(row.due_at)
  }
  return minutes
}

test('sends a mail once when two servers send at once', async () => {
  const people = [await aWaitingMail(), await aWaitingMail(), await aWaitingMail()]
  server.delay = 100
  await Promise.all([emptyOutbox(ctx), emptyOutbox(ctx)])
  expect(server.received.map(({ to }) => to).sort()).toEqual(people.map(({ email }) => email).sort())
  expect(await administrator.outbox.state()).toMatchObject({ waiting: 0, sent: 3, givenUp: 0, reasons: [] })
})

test('a mail that is sent again after a crash is known as the same', async () => {
  const person = await aWaitingMail()
  await sendNext(ctx)
  await db
    .updateTable('outbox_mail')
    .set({ outcome: null, closed_at: null as never })
    .execute()
  await sendNext(ctx)
  const ids = server.received.map(({ headers }) => headers['message-id'])
  expect(ids).toEqual([`<${(await rowOf(person)).id}@concert.example.org>`, ids[0]])
})

test('tries again with growing pauses after a 4xx, and sends it once the mail server takes it', async () => {
  const person = await aWaitingMail()
  server.reply = () => (server.asked.length < 3 ? '451 try later' : '250 yes')
  expect(await attemptsUntilSettled(person)).toEqual([0, 1, 6])
  expect(await rowOf(person)).toMatchObject({ outcome: 'sent', attempts: 2, last_error: 'deferred' })
  expect(server.received).toHaveLength(1)
})

test('gives up after the sixth attempt, where an administrator sees it', async () => {
  const person = await aWaitingMail()
  server.reply = () => '421 busy'
  expect(await attemptsUntilSettled(person)).toEqual([0, 1, 6, 31, 156, 781])
  expect(await administrator.outbox.state()).toMatchObject({
    waiting: 0,
    sent: 0,
    givenUp: 1,
    nextAttemptAt: null,
    reasons: [{ error: 'deferred', waiting: 0, givenUp: 1 }],
  })
})

test('gives up at once after a 5xx, and keeps nothing from the next person', async () => {
  const refused = await aWaitingMail()
  const taken = await aWaitingMail()
  server.reply = (to) => (to === refused.email ? `550 <${to}> is not known here` : '250 yes')
  await emptyOutbox(ctx)
  await emptyOutbox(ctx)
  expect(await rowOf(refused)).toMatchObject({ outcome: 'given_up', attempts: 1, last_error: 'refused' })
  expect(server.received.map(({ to }) => to)).toEqual([taken.email])
})

test('keeps what waits while no mail server answers, and says when it is tried again', async () => {
  const person = await aWaitingMail()
  await server.close()
  await emptyOutbox(ctx)
  expect(await rowOf(person)).toMatchObject({ outcome: null, attempts: 1, last_error: 'unreachable' })
  expect(await administrator.outbox.state()).toMatchObject({
    isSetUp: false,
    waiting: 1,
    nextAttemptAt: new Date(start + 60_000).toISOString(),
    reasons: [{ error: 'unreachable', waiting: 1, givenUp: 0 }],
  })
})

test('writes no address, no word of a mail and no reply of a mail server into the log or the outbox', async () => {
  const person = await aWaitingMail()
  server.reply = (to) => `550 <${to}> is not known here`
  await emptyOutbox(ctx)
  expect(logged).toHaveLength(1)
  const kept = JSON.stringify([logged, await db.selectFrom('outbox_mail').selectAll().execute()])
  for (const word of [person.email, 'not known', 'draft']) expect(kept).not.toContain(word)
})

test('sends what is due while it runs, and stops when asked to', async () => {
  const person = await aWaitingMail()
  const stop = keepSending(ctx)
  await expect.poll(() => server.received.map(({ to }) => to), { timeout: 10_000 }).toEqual([person.email])
  await stop()
  await aWaitingMail()
  expect(server.received).toHaveLength(1)
})

test('stops although the mail server hangs, and loses nothing', async () => {
  const person = await aWaitingMail()
  server.delay = 60_000
  const stop = keepSending(ctx)
  await expect.poll(() => server.asked, { timeout: 10_000 }).toEqual([person.email])
  await stop()
  expect(await rowOf(person)).toMatchObject({ outcome: null, attempts: 0 })
})

test('forgets after 30 days what left it', async () => {
  await aWaitingMail()
  await emptyOutbox(ctx)
  clock.now = new Date(start + 31 * 24 * 3_600_000)
  await db.updateTable('digest_choice').set({ frequency: 'off' }).execute()
  await emptyOutbox(ctx)
  expect(await db.selectFrom('outbox_mail').selectAll().execute()).toEqual([])
})
