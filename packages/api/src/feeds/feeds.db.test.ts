import { randomUUID } from 'node:crypto'
import { insertUser, replaceRoles } from '@concert/db/users'
import type { Actor, Role } from '@concert/domain/actor'
import { addDays } from '@concert/domain/calendar-date'
import { DomainError } from '@concert/domain/errors'
import type { Locale } from '@concert/domain/locales'
import { readCalendarStrictly } from '@concert/exchange/ical/testing'
import { beforeAll, expect, test } from 'vitest'
import { aFund, anAnnouncement, eur, secretName, usd } from '../../testing/fund.ts'
import { aWorld, type World } from '../../testing/world.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { createFeed } from './create-feed.ts'
import { readFeed } from './read-feed.ts'
import { renewFeed } from './renew-feed.ts'
import { revokeOwnFeed } from './revoke-own-feed.ts'

const today = '2026-11-24'
const publicUrl = 'https://concert.example'

let world: World
let references: { named: string; anonymous: string }
beforeAll(async () => {
  world = await aWorld()
  const fund = await aFund(world)
  const owed = async (donorId: string, amount: { amountMinor: number; currency: string }, days: number) => {
    const instalments = [{ dueOn: addDays(today, days), amount }]
    const pledge = await world.fundManager.pledges.announce(anAnnouncement({ donorId, amount, instalments }))
    await world.fundManager.pledges.formalise({
      pledgeId: pledge.id,
      formalisedOn: '2026-10-01',
      amount,
      evidence: 'Letters',
      conditional: false,
      instalments: null,
      idempotencyKey: randomUUID(),
    })
    return pledge.reference
  }
  const named = await owed(fund.donorId, usd(98_765_400), 90)
  const anonymous = await owed(fund.anonymousId, eur(1_234_500), -5)
  references = { named, anonymous }
})

async function aPerson(roles: readonly Role[] = ['fund_manager'], locale: Locale = 'en'): Promise<Context> {
  const email = `${randomUUID()}@concert.example`
  const userId = await world.db.transaction().execute(async (trx) => {
    const id = await insertUser(trx, { name: 'A person', email, agencyId: null, locale })
    if (id === undefined) throw new Error('The address is taken')
    await replaceRoles(trx, id, roles)
    return id
  })
  return world.contextOf({ kind: 'person', userId, name: 'A person', agencyId: null, roles })
}

const userIdOf = ({ actor }: { actor: Actor }) => (actor.kind === 'person' ? actor.userId : '')
const personOf = ({ actor }: { actor: Actor }) => {
  if (actor.kind !== 'person') throw new Error('Not a person')
  return actor
}
const tokenOf = (path: string) => path.split('/')[2] ?? ''
const read = (path: string) => readFeed(world.contextOf({ kind: 'anonymous' }), tokenOf(path), publicUrl)

test('tells what is owed on which day, with no amount and no name of a donor who is not named', async () => {
  const { path } = await createFeed(await aPerson(), { kind: 'instalments' })
  const text = (await read(path)) ?? ''
  const { head, events } = readCalendarStrictly(text)
  expect(head['X-WR-CALNAME']).toBe('Instalments due')
  expect(events).toMatchObject([
    { SUMMARY: `Instalment due: ${references.anonymous}`, 'DTSTART;VALUE=DATE': '20261119' },
    { SUMMARY: `Instalment due: ${references.named}\\, Donor State A`, 'DTSTART;VALUE=DATE': '20270222' },
  ])
  expect(text).not.toContain(secretName)
  const withoutKeysAndInstants = text.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{8}T\d{6}Z/g, '')
  expect(withoutKeysAndInstants).not.toMatch(/987|654|1234|12345|USD|EUR/)
  expect(await read(path)).toBe(text)
})

test.each([
  ['fr', 'Échéance'],
  ['zh', '分期款到期'],
  ['ar', 'قسط مستحق'],
] as const)('speaks the language of its owner: %s', async (locale, word) => {
  const { path } = await createFeed(await aPerson(['fund_manager'], locale), { kind: 'instalments' })
  expect(readCalendarStrictly((await read(path)) ?? '').events[0]?.SUMMARY).toContain(word)
})

test('keeps the digest of the token and the day of the last reading, and nothing else of either', async () => {
  const person = await aPerson()
  const { id, path } = await createFeed(person, { kind: 'instalments' })
  await read(path)
  const row = await world.db.selectFrom('calendar_feed').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  expect(row.token_hash).toMatch(/^[0-9a-f]{64}$/)
  expect(row.last_fetched_on).toBe(today)
  const token = tokenOf(path)
  expect(token).toMatch(/^[\w-]{43}$/)
  for (const table of ['audit_value', 'audit_row', 'idempotency', 'calendar_feed'] as const) {
    expect(JSON.stringify(await world.db.selectFrom(table).selectAll().execute())).not.toContain(token)
  }
})

test('an address that was renewed or revoked opens nothing', async () => {
  const person = await aPerson()
  const first = await createFeed(person, { kind: 'instalments' })
  await expect(createFeed(person, { kind: 'instalments' })).rejects.toEqual(new DomainError('feeds.exists'))
  const second = await renewFeed(person, { id: first.id })
  expect(await read(first.path)).toBeUndefined()
  expect(await read(second.path)).toContain('BEGIN:VCALENDAR')
  await revokeOwnFeed(person, { id: second.id })
  expect(await read(second.path)).toBeUndefined()
  await expect(renewFeed(person, { id: second.id })).rejects.toMatchObject({ code: 'errors.not_found' })
})

test('an address opens nothing once its owner is deactivated or no fund manager any more', async () => {
  const [leaves, changes] = [await aPerson(), await aPerson()]
  const addresses = [
    await createFeed(leaves, { kind: 'instalments' }),
    await createFeed(changes, { kind: 'instalments' }),
  ] as const
  const taken = userIdOf(changes)
  await world.db.transaction().execute((trx) => replaceRoles(trx, taken, ['coordinator', 'administrator']))
  await world.db
    .updateTable('user_account')
    .set({ deactivated_at: world.clock.now, updated_at: world.clock.now })
    .where('id', '=', userIdOf(leaves))
    .execute()
  for (const { path } of addresses) expect(await read(path)).toBeUndefined()
  const [, { id }] = addresses
  await expect(
    renewFeed({ ...changes, actor: { ...personOf(changes), roles: ['coordinator'] } }, { id }),
  ).rejects.toMatchObject({
    code: 'errors.not_found',
  })
  await world.db.transaction().execute((trx) => replaceRoles(trx, taken, ['fund_manager']))
  expect(await read(addresses[1].path)).toContain('BEGIN:VCALENDAR')
})

test('row-level security alone shows nobody another person’s feed, and no digest to anyone', async () => {
  const [owner, other] = [await aPerson(), await aPerson(['fund_manager', 'administrator'])]
  const { id } = await createFeed(owner, { kind: 'instalments' })
  const seenBy = (ctx: Context) =>
    inTransaction(ctx, (trx) => trx.selectFrom('calendar_feed').select('id').where('id', '=', id).execute())
  expect(await seenBy(owner)).toHaveLength(1)
  expect(await seenBy(other)).toEqual([])
  await expect(revokeOwnFeed(other, { id })).rejects.toMatchObject({ code: 'errors.not_found' })
  await expect(
    inTransaction(owner, (trx) => trx.selectFrom('calendar_feed').select('token_hash').execute()),
  ).rejects.toThrow(/permission denied/)
  const coordinator = await aPerson(['coordinator'])
  await expect(createFeed(coordinator, { kind: 'instalments' })).rejects.toThrow(/row-level security/)
  await expect(createFeed(coordinator, { kind: 'agency', agency: 'unodc' })).resolves.toBeDefined()
})
