import { randomUUID } from 'node:crypto'
import { aNewActivity } from '@concert/db/testing/activities'
import { insertUser, replaceRoles } from '@concert/db/users'
import type { ActivityDraft } from '@concert/domain/activity'
import type { Role } from '@concert/domain/actor'
import { type ActivityFeedRequest, feedRequestsPerMinute, mostFeeds } from '@concert/domain/calendar-feed'
import type { Locale } from '@concert/domain/locales'
import { readCalendarStrictly } from '@concert/exchange/ical/testing'
import { expect, test } from 'vitest'
import { aWorld } from '../../testing/world.ts'
import type { Context } from '../context.ts'
import { allowRequest } from './allow-request.ts'
import { createFeed } from './create-feed.ts'
import { readFeed } from './read-feed.ts'
import { readPublicCalendar } from './read-public-calendar.ts'
import { revokeOwnFeed } from './revoke-own-feed.ts'

const world = await aWorld()
const { focalPoint, coordinator } = world
const publicUrl = 'https://concert.example'
const iomId = (await focalPoint.agencies.options()).find(({ slug }) => slug === 'iom')?.id ?? ''

async function aShared(changed: Partial<ActivityDraft>): Promise<string> {
  const { reference } = await focalPoint.activities.draft(aNewActivity(changed))
  await focalPoint.activities.share({ reference })
  return reference
}

async function publish(reference: string): Promise<void> {
  const { version } = await focalPoint.activities.open({ reference })
  const findings = await focalPoint.activities.quality({ reference })
  const reasons = findings.map(({ code, field }) => ({ code, field, reason: 'A reason' }))
  const { outcome } = await focalPoint.activities.publish({ reference, expectedVersion: version, reasons })
  expect(outcome).toBe('saved')
}

async function aPerson(roles: readonly Role[] = ['focal_point'], locale: Locale = 'en'): Promise<Context> {
  const userId = await world.db.transaction().execute(async (trx) => {
    const email = `${randomUUID()}@concert.example`
    const id = await insertUser(trx, { name: 'A person', email, agencyId: iomId, locale })
    if (id === undefined) throw new Error('The address is taken')
    await replaceRoles(trx, id, roles)
    return id
  })
  return world.contextOf({ kind: 'person', userId, name: 'A person', agencyId: iomId, roles })
}

const nobody = () => world.contextOf({ kind: 'anonymous' })
const read = ({ path }: { path: string }) => readFeed(nobody(), path.split('/')[2] ?? '', publicUrl)
const readPublic = (wanted: ActivityFeedRequest, locale: Locale = 'en') =>
  readPublicCalendar({ ...nobody(), locale }, wanted, publicUrl)
const summariesOf = (text: string | undefined) => readCalendarStrictly(text ?? '').events.map(({ SUMMARY }) => SUMMARY)

const titled = (text: string) => [{ language: 'en', text: `Example: ${text}` }]
const planned = { status: 'planned' as const, startOn: '2027-02-01', endOn: '2027-02-05' }
const shared = await aShared({ ...planned, title: titled('a course'), description: titled('words of the group') })

test('tells a member what an agency plans: whole days, one UID for good, and no text beyond the title', async () => {
  const feed = await createFeed(await aPerson(), { kind: 'agency', agency: 'unodc' })
  expect(feed.path).toMatch(/^\/feeds\/[\w-]{43}\/activities\.ics$/)
  const text = (await read(feed)) ?? ''
  const { head, events } = readCalendarStrictly(text)
  expect(head['X-WR-CALNAME']).toBe('UNODC: activities')
  expect(events).toMatchObject([
    {
      SUMMARY: 'UNODC: Example: a course',
      'DTSTART;VALUE=DATE': '20270201',
      'DTEND;VALUE=DATE': '20270206',
      SEQUENCE: '2',
      STATUS: 'TENTATIVE',
      DESCRIPTION: `${shared}. Planned.`,
      'URL;VALUE=URI': `${publicUrl}/activities/${shared}`,
    },
  ])
  expect(text).not.toContain('words of the group')
  expect(await read(feed)).toBe(text)

  const { version, title, description } = await focalPoint.activities.open({ reference: shared })
  const draft = aNewActivity({ ...planned, title, description, status: 'cancelled' }).draft
  await focalPoint.activities.save({ reference: shared, expectedVersion: version, draft })
  const [changed] = readCalendarStrictly((await read(feed)) ?? '').events
  expect(changed).toMatchObject({ UID: events[0]?.UID, SEQUENCE: '3', STATUS: 'CANCELLED' })
})

test('the group’s work reaches no public calendar, and leaves it again when it is withdrawn', async () => {
  const reference = await aShared({
    ...planned,
    title: titled('to be published'),
    places: [{ code: '152', percentage: null }],
  })
  const inChile = { kind: 'place', place: 'CHL' } as const
  expect(summariesOf(await readPublic(inChile))).toEqual([])
  await publish(reference)
  expect(summariesOf(await readPublic(inChile))).toEqual(['UNODC: Example: to be published'])
  expect(summariesOf(await readPublic({ kind: 'place', place: '005' }))).toHaveLength(1)
  expect(summariesOf(await readPublic({ kind: 'agency', agency: 'unodc' }))).toEqual([
    'UNODC: Example: to be published',
  ])
  await focalPoint.activities.withdraw({ reference, reason: 'A reason' })
  expect(summariesOf(await readPublic(inChile))).toEqual([])
})

test('a country’s public calendar does not betray sensitive work, its members’ feed has it', async () => {
  const places = [{ code: '800', percentage: null }]
  const reference = await aShared({
    ...planned,
    kind: 'DIRECT',
    forms: ['LABOUR'],
    title: titled('assistance'),
    places,
  })
  await publish(reference)
  expect(summariesOf(await readPublic({ kind: 'place', place: 'UGA' }))).toEqual([])
  expect(summariesOf(await readPublic({ kind: 'place', place: '202' }))).toEqual(['UNODC: Example: assistance'])
  const feed = await createFeed(await aPerson(), { kind: 'place', place: 'UGA' })
  expect(summariesOf(await read(feed))).toEqual(['UNODC: Example: assistance'])
})

test('says what is not known of its dates, in the language of its owner', async () => {
  await aShared({
    status: 'ongoing',
    startOn: '2026-10-01',
    endOn: null,
    title: titled('open'),
    places: [{ code: '076', percentage: null }],
  })
  const feed = await createFeed(await aPerson(['contributor'], 'fr'), { kind: 'place', place: 'BRA' })
  expect(summariesOf(await read(feed))).toEqual(['UNODC : Example: open (fin inconnue)'])
})

test('tells members until when the open round takes reports, and visitors nothing of it', async () => {
  await coordinator.rounds.open({ fromOn: '2026-07-01', untilOn: '2026-12-31', deadline: '2027-01-31', note: {} })
  const feed = await createFeed(await aPerson(), { kind: 'agency', agency: 'ilo' })
  expect(readCalendarStrictly((await read(feed)) ?? '').events).toMatchObject([
    { SUMMARY: 'Reports due to the group', 'DTSTART;VALUE=DATE': '20270131' },
  ])
  expect(summariesOf(await readPublic({ kind: 'agency', agency: 'ilo' }))).toEqual([])
})

test('opens nothing once it is revoked or its owner is deactivated', async () => {
  const [person, leaves] = [await aPerson(), await aPerson()]
  const mine = await createFeed(person, { kind: 'agency', agency: 'unodc' })
  const theirs = await createFeed(leaves, { kind: 'agency', agency: 'unodc' })
  await revokeOwnFeed(person, { id: mine.id })
  const { actor } = leaves
  await world.db
    .updateTable('user_account')
    .set({ deactivated_at: world.clock.now, updated_at: world.clock.now })
    .where('id', '=', actor.kind === 'person' ? actor.userId : '')
    .execute()
  expect(await read(mine)).toBeUndefined()
  expect(await read(theirs)).toBeUndefined()
})

test('one person has one feed of each agency and place, and so many in all', async () => {
  const person = await aPerson()
  await createFeed(person, { kind: 'agency', agency: 'unodc' })
  await expect(createFeed(person, { kind: 'agency', agency: 'unodc' })).rejects.toMatchObject({ code: 'feeds.exists' })
  const places = (await focalPoint.places.list({ locale: 'en' })).filter(({ iso3 }) => iso3 !== null)
  for (const { code } of places.slice(0, mostFeeds - 1)) await createFeed(person, { kind: 'place', place: code })
  await expect(createFeed(person, { kind: 'agency', agency: 'iom' })).rejects.toMatchObject({ code: 'feeds.too_many' })
})

test('there is no feed of an agency or a place that is none', async () => {
  const person = await aPerson()
  await expect(createFeed(person, { kind: 'agency', agency: 'nobody' })).rejects.toMatchObject({
    code: 'errors.not_found',
  })
  await expect(createFeed(person, { kind: 'place', place: 'XXX' })).rejects.toMatchObject({ code: 'errors.not_found' })
  expect(await readPublic({ kind: 'agency', agency: 'nobody' })).toBeUndefined()
})

test('a client that asks too often waits for its next minute, others do not', async () => {
  const clock = { now: new Date('2026-11-24T09:00:00Z') }
  const ctx = { db: world.db, now: () => clock.now }
  for (let n = 0; n < feedRequestsPerMinute; n += 1) expect(await allowRequest(ctx, '192.0.2.1')).toBe(true)
  expect(await allowRequest(ctx, '192.0.2.1')).toBe(false)
  expect(await allowRequest(ctx, '192.0.2.2')).toBe(true)
  clock.now = new Date('2026-11-24T09:01:01Z')
  expect(await allowRequest(ctx, '192.0.2.1')).toBe(true)
  clock.now = new Date('2026-11-24T11:00:00Z')
  expect(await allowRequest(ctx, '192.0.2.2')).toBe(true)
  const kept = await world.db.selectFrom('feed_request').selectAll().execute()
  expect(kept).toHaveLength(1)
  expect(JSON.stringify(kept)).not.toContain('192.0.2')
})
