import { actAs } from '@concert/db/identity'
import { aNewActivity } from '@concert/db/testing/activities'
import { updateUser } from '@concert/db/users'
import { type Locale, locales } from '@concert/domain/locales'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aMailServer, type MailServer } from '../../testing/mail-server.ts'
import { aKnownPerson, type KnownPerson } from '../../testing/people.ts'
import { aWorld } from '../../testing/world.ts'
import { createMail } from '../mail.ts'
import { emptyOutbox } from '../outbox/keep-sending.ts'
import { planDigests } from './plan-digests.ts'

const world = await aWorld()
const { db, clock } = world
const system = world.contextOf({ kind: 'system', name: 'test' })
const base = 'https://concert.example.org'

let server: MailServer
let morning = Date.parse('2027-01-05T09:00:00Z')
beforeEach(async () => {
  server = await aMailServer()
  // A Tuesday of its own for each test.
  morning += 14 * 24 * 3_600_000
  clock.now = new Date(morning)
})
afterEach(async () => {
  await db.updateTable('digest_choice').set({ frequency: 'off' }).execute()
  await server.close()
})

const later = (hours: number) => {
  clock.now = new Date(morning + hours * 3_600_000)
}
const round = () => emptyOutbox({ ...system, mail: createMail(server.url, base) })
const sentTo = (person: KnownPerson) => server.received.filter(({ to }) => to === person.email)

async function someone(agency: string, drafts: number): Promise<KnownPerson> {
  const person = await aKnownPerson(world, 'focal_point', agency)
  for (let made = 0; made < drafts; made += 1) await person.caller.activities.draft(aNewActivity())
  return person
}

test('is off, in the language of the account, until a person switches it on', async () => {
  const person = await someone('unhcr', 1)
  expect(await person.caller.digests.own()).toEqual({
    frequency: 'off',
    locale: 'en',
    lastOn: null,
    isMailSetUp: false,
  })
  await round()
  expect(server.received).toEqual([])
  await person.caller.digests.change({ frequency: 'daily', locale: 'ru' })
  expect(await person.caller.digests.own()).toMatchObject({ frequency: 'daily', locale: 'ru' })
  const traces = await db
    .selectFrom('audit_row')
    .select('action')
    .where('subject_id', '=', person.userId)
    .where('action', '=', 'digest.changed')
    .execute()
  expect(traces).toHaveLength(1)
})

test('tells each person what waits for their own agency, as the inbox counts it, and nothing of another’s', async () => {
  const [unicef, ilo] = [await someone('unicef', 1), await someone('ilo', 3)]
  await unicef.caller.digests.change({ frequency: 'daily', locale: 'en' })
  expect(await ilo.caller.inbox.counts()).toMatchObject([{ source: 'activities_drafts', count: 3 }])
  await round()
  expect(server.asked).toEqual([unicef.email])
  expect(sentTo(unicef)).toHaveLength(1)
  const { text, html, headers } = sentTo(unicef)[0] ?? expect.fail()
  expect(text).toContain('\n- 1 draft not yet handed in\n')
  expect(html).toContain('>1 draft not yet handed in</li>')
  expect(text).not.toMatch(/\b3\b/)
  expect(text).toContain(`${base}/my?lang=en`)
  expect(headers['list-unsubscribe']).toBe(`<${base}/my/digest?lang=en>`)
})

test('names no title, place or amount of what waits', async () => {
  const person = await aKnownPerson(world, 'focal_point', 'undp')
  const { title } = await person.caller.activities
    .draft(aNewActivity())
    .then(({ reference }) => person.caller.activities.get({ reference }))
  await person.caller.digests.change({ frequency: 'daily', locale: 'en' })
  await round()
  const { text, html } = sentTo(person)[0] ?? expect.fail()
  for (const narrative of Object.values(title)) expect(`${text}${html}`).not.toContain(narrative)
  expect(text).not.toMatch(/ACT-|USD|UNDP/)
})

test.each([
  ['en', '2 drafts', 'What waits for you in Concert'],
  ['fr', '2', 'Ce qui vous attend dans Concert'],
  ['es', '2', 'Lo que espera por usted en Concert'],
  ['ru', '2', 'Что ждёт вас в Concert'],
  ['zh', '2', 'Concert 中等待您处理的事项'],
  ['ar', 'مسودتان لم تُسلما بعد', 'ما ينتظرك في Concert'],
] as const)('speaks the language that its reader chose: %s', async (locale, words, subject) => {
  const person = await someone('un-women', 0)
  const before = (await person.caller.inbox.counts()).find(({ source }) => source === 'activities_drafts')?.count ?? 0
  for (let drafts = before; drafts < 2; drafts += 1) await person.caller.activities.draft(aNewActivity())
  await person.caller.digests.change({ frequency: 'weekly', locale })
  await round()
  const { text, html, headers } = sentTo(person)[0] ?? expect.fail()
  expect(headers.subject).toBe(subject)
  expect(text).toContain(words)
  expect(text).not.toMatch(/digests\.|users\.inbox|\{/)
  expect(html).toContain(`<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}">`)
  expect(html).toContain(words)
})

test('sends nothing when nothing waits, and asks again the next day', async () => {
  const person = await someone('unfpa', 0)
  await person.caller.digests.change({ frequency: 'daily', locale: 'en' })
  await round()
  await person.caller.activities.draft(aNewActivity())
  later(1)
  await round()
  expect(server.asked).toEqual([])
  later(24)
  await round()
  expect(sentTo(person)).toHaveLength(1)
})

test('sends nothing when what waited is done before it could be sent', async () => {
  const person = await aKnownPerson(world, 'focal_point', 'unesco')
  const { reference } = await person.caller.activities.draft(aNewActivity())
  await person.caller.digests.change({ frequency: 'daily', locale: 'en' })
  await planDigests(system)
  await person.caller.activities.discard({ reference })
  await round()
  expect(server.asked).toEqual([])
  expect(
    await db.selectFrom('outbox_mail').select('outcome').where('to_user_id', '=', person.userId).execute(),
  ).toEqual([{ outcome: 'needless' }])
})

test('comes once a day or once a week, however often it is switched off and on', async () => {
  const [daily, weekly] = [await someone('ohchr', 1), await someone('ohchr', 0)]
  const choose = async (locale: Locale) => {
    await daily.caller.digests.change({ frequency: 'daily', locale })
    await weekly.caller.digests.change({ frequency: 'weekly', locale })
  }
  await choose('en')
  for (const locale of locales) {
    await round()
    await daily.caller.digests.change({ frequency: 'off', locale })
    await weekly.caller.digests.change({ frequency: 'off', locale })
    await choose(locale)
  }
  expect([sentTo(daily).length, sentTo(weekly).length]).toEqual([1, 1])
  later(24)
  await round()
  expect([sentTo(daily).length, sentTo(weekly).length]).toEqual([2, 1])
  later(7 * 24)
  await round()
  expect([sentTo(daily).length, sentTo(weekly).length]).toEqual([3, 2])
})

test('is planned once by two servers that look at the same moment', async () => {
  const person = await someone('icmpd', 1)
  await person.caller.digests.change({ frequency: 'daily', locale: 'en' })
  await Promise.all([planDigests(system), planDigests(system), planDigests(system)])
  expect(
    await db.selectFrom('outbox_mail').select('key').where('to_user_id', '=', person.userId).execute(),
  ).toHaveLength(1)
})

test('does not reach a person who was deactivated after it was due', async () => {
  const person = await someone('osce', 1)
  await person.caller.digests.change({ frequency: 'daily', locale: 'en' })
  await planDigests(system)
  await db.transaction().execute((trx) => updateUser(trx, person.userId, { deactivatedAt: clock.now }, clock.now))
  await round()
  expect(server.asked).toEqual([])
})

test('row-level security alone keeps a choice and a mail from everybody else', async () => {
  const [owner, other] = [await someone('interpol', 1), await someone('interpol', 0)]
  await owner.caller.digests.change({ frequency: 'daily', locale: 'en' })
  await planDigests(system)
  const actor = { kind: 'person' as const, userId: other.userId, name: 'Other', agencyId: null }
  const seen = (roles: ('focal_point' | 'administrator')[], table: 'digest_choice' | 'outbox_mail') =>
    db.transaction().execute(async (trx) => {
      await actAs(trx, { ...actor, roles })
      return (await trx.selectFrom(table).selectAll().execute()).length
    })
  expect(await seen(['focal_point'], 'digest_choice')).toBe(0)
  expect(await seen(['focal_point'], 'outbox_mail')).toBe(0)
  expect(await seen(['administrator'], 'digest_choice')).toBe(0)
  await expect(
    db.transaction().execute(async (trx) => {
      await actAs(trx, { ...actor, roles: ['administrator'] })
      await trx.updateTable('outbox_mail').set({ due_at: '2030-01-01T00:00:00Z' }).execute()
    }),
  ).rejects.toThrow(/permission denied/)
})
