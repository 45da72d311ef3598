import { randomUUID } from 'node:crypto'
import { actAs } from '@concert/db/identity'
import { countUnansweredAround, countUnansweredRequests, findUnansweredRequests } from '@concert/db/requests'
import { aNewActivity } from '@concert/db/testing/activities'
import type { ActivityDraft } from '@concert/domain/activity'
import type { RequestStage } from '@concert/domain/request'
import { expect, test } from 'vitest'
import { aWorld, type Caller } from '../../testing/world.ts'
import { requestChecks } from './checks.ts'

const world = await aWorld()
const { coordinator, focalPoint, contributor, anyone, db } = world
const iom = world.as('focal_point', 'iom')
const kenya = '404'

async function aRequest(values: object = {}): Promise<string> {
  const { reference } = await coordinator.requests.record({
    placeCode: kenya,
    receivedOn: '2026-03-02',
    channel: 'letter',
    language: 'en',
    subject: 'Training of prosecutors',
    text: '',
    pillars: ['PROS'],
    kinds: ['CAPB'],
    guardReason: null,
    idempotencyKey: randomUUID(),
    ...values,
  })
  return reference
}

async function aSharedActivity(who: Caller, values: Partial<ActivityDraft>): Promise<string> {
  const { reference } = await who.activities.draft(aNewActivity(values))
  await who.activities.share({ reference })
  return reference
}

const get = (reference: string) => focalPoint.requests.get({ reference, locale: 'en' })
const move = (reference: string, from: RequestStage, to: RequestStage, on: string) =>
  coordinator.requests.move({ reference, from, to, on, note: '' })
const anOffer = (reference: string) => ({
  reference,
  what: 'Two courses of a week',
  fromOn: '2026-09-01',
  note: '',
  idempotencyKey: randomUUID(),
})

test('follows a request from its receipt to its answer, each stage on its day', async () => {
  const reference = await aRequest()
  expect(reference).toMatch(/^REQ-\d{4}-\d{5}$/)
  await move(reference, 'received', 'acknowledged', '2026-03-05')
  const { id } = await iom.requests.offer(anOffer(reference))
  const accepted = { id, on: '2026-03-20', note: '', activity: null, idempotencyKey: randomUUID() }
  const [first, again] = [
    await coordinator.requests.acceptOffer(accepted),
    await coordinator.requests.acceptOffer(accepted),
  ]
  expect(again).toEqual(first)
  await move(reference, 'matched', 'in_delivery', '2026-04-01')
  await move(reference, 'in_delivery', 'answered', '2026-06-30')
  const { request, steps, next } = await get(reference)
  expect(request).toMatchObject({ stage: 'answered', placeName: 'Kenya', receivedOn: '2026-03-02' })
  expect(steps.map(({ stage, on }) => [stage, on])).toEqual([
    ['received', '2026-03-02'],
    ['acknowledged', '2026-03-05'],
    ['matched', '2026-03-20'],
    ['in_delivery', '2026-04-01'],
    ['answered', '2026-06-30'],
  ])
  expect(next).toEqual([])
})

test('an accepted offer becomes a draft of the agency that offered, and of nobody else', async () => {
  const reference = await aRequest()
  const { id } = await iom.requests.offer(anOffer(reference))
  const accepted = { id, on: '2026-03-20', note: '', activity: null, idempotencyKey: randomUUID() }
  const activity = await coordinator.requests.acceptOffer(accepted)
  expect(await iom.activities.open(activity)).toMatchObject({
    visibility: 'draft',
    title: [{ language: 'en', text: 'Training of prosecutors' }],
    places: [{ code: kenya, percentage: null }],
    pillars: ['PROS'],
    startOn: '2026-09-01',
  })
  await expect(focalPoint.activities.open(activity)).rejects.toThrow('errors.not_found')
  const seenBy = async (who: typeof iom) => (await who.requests.get({ reference, locale: 'en' })).offers[0]?.activity
  expect(await seenBy(iom)).toEqual({ ...activity, status: 'planned' })
  expect(await seenBy(focalPoint)).toEqual({ reference: null, status: null })
})

test('an existing activity can carry out an offer, if it is of that agency', async () => {
  const reference = await aRequest()
  const { id } = await iom.requests.offer(anOffer(reference))
  const [theirs, ours] = [await aSharedActivity(iom, {}), await aSharedActivity(focalPoint, {})]
  const accept = (activity: string) =>
    coordinator.requests.acceptOffer({ id, on: '2026-03-20', note: '', activity, idempotencyKey: randomUUID() })
  await expect(accept(ours)).rejects.toThrow('requests.activity_of_others')
  expect((await get(reference)).request.stage).toBe('received')
  expect(await accept(theirs)).toEqual({ reference: theirs })
  expect((await get(reference)).proposed).toBe('in_delivery')
  expect((await get(reference)).request.stage).toBe('matched')
})

test('refuses a step out of order, before the last one, in the future, or over another coordinator’s', async () => {
  const reference = await aRequest()
  await expect(move(reference, 'received', 'matched', '2026-03-05')).rejects.toThrow('requests.not_next')
  await expect(move(reference, 'received', 'acknowledged', '2026-03-01')).rejects.toThrow('requests.before_last_step')
  await expect(move(reference, 'received', 'acknowledged', '2026-11-25')).rejects.toThrow('requests.in_future')
  await move(reference, 'received', 'acknowledged', '2026-03-05')
  await expect(move(reference, 'received', 'declined', '2026-03-06')).rejects.toThrow('requests.moved_meanwhile')
  await expect(aRequest({ receivedOn: '2026-11-25' })).rejects.toThrow('requests.in_future')
  await expect(aRequest({ placeCode: '014' })).rejects.toThrow('requests.no_state')
})

test('a step is taken back with a reason, and the history keeps both', async () => {
  const reference = await aRequest()
  await move(reference, 'received', 'declined', '2026-03-05')
  await coordinator.requests.correct({ reference, from: 'declined', reason: 'It was another request' })
  const { request, steps } = await get(reference)
  expect(request.stage).toBe('received')
  expect(steps[1]).toMatchObject({ stage: 'declined', struck: { reason: 'It was another request' } })
  await move(reference, 'received', 'acknowledged', '2026-03-04')
  const receipt = { reference: await aRequest(), from: 'received' as const, reason: 'A mistake' }
  await expect(coordinator.requests.correct(receipt)).rejects.toThrow('requests.nothing_to_correct')
})

test('an agency offers once at a time, takes back its own offer only, and none that was accepted', async () => {
  const reference = await aRequest()
  const { id } = await iom.requests.offer(anOffer(reference))
  await expect(iom.requests.offer(anOffer(reference))).rejects.toThrow('requests.offered_already')
  await expect(focalPoint.requests.withdrawOffer({ id })).rejects.toThrow('errors.not_found')
  await iom.requests.withdrawOffer({ id })
  const second = await iom.requests.offer(anOffer(reference))
  const accepted = { id: second.id, on: '2026-03-20', note: '', activity: null, idempotencyKey: randomUUID() }
  await coordinator.requests.acceptOffer(accepted)
  await expect(iom.requests.withdrawOffer(second)).rejects.toThrow('requests.offer_settled')
  await expect(contributor.requests.offer(anOffer(reference))).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test('words that look like a person’s need a reason in a request, and are refused in what is said about it', async () => {
  const text = 'Write to someone@example.org'
  await expect(aRequest({ text })).rejects.toThrow('requests.looks_personal')
  const reference = await aRequest({ text, guardReason: 'A functional mailbox' })
  await expect(iom.requests.offer({ ...anOffer(reference), what: text })).rejects.toThrow('requests.personal_words')
})

test('the public hears of a request only while its State agrees to be named, and never its words', async () => {
  const reference = await aRequest({ placeCode: '800', subject: 'Example subject of the letter' })
  const named = () => anyone.requests.named({ code: 'UGA' })
  expect(await named()).toEqual([])
  const consent = { reference, givenOn: '2026-03-10', how: 'Note verbale', document: 'NV 2026/12' }
  await coordinator.requests.recordConsent(consent)
  expect(await named()).toEqual([{ reference, receivedOn: '2026-03-02', stage: 'received', pillars: ['PROS'] }])
  await expect(coordinator.requests.recordConsent(consent)).rejects.toThrow('requests.consent_stands')
  await coordinator.requests.withdrawConsent({ reference })
  expect(await named()).toEqual([])
  expect((await get(reference)).consents).toMatchObject([{ document: 'NV 2026/12', withdrawnOn: '2026-11-24' }])
})

test('a visitor reads no request past the policies either', async () => {
  await aRequest()
  const tables = ['assistance_request', 'request_step', 'request_offer', 'request_consent'] as const
  const seen = await db.transaction().execute(async (trx) => {
    await actAs(trx, { kind: 'anonymous' })
    return Promise.all(tables.map((table) => trx.selectFrom(table).selectAll().execute()))
  })
  expect(seen.flat()).toEqual([])
})

test('an agency at work in the country comes before one in the subregion, each with its reasons', async () => {
  const work = (code: string) => ({
    kind: 'CAPB' as const,
    pillars: ['PROS' as const],
    status: 'ongoing' as const,
    places: [{ code, percentage: null }],
  })
  await aSharedActivity(world.as('focal_point', 'ilo'), work('800'))
  await aSharedActivity(world.as('focal_point', 'unhcr'), work(kenya))
  const { matches } = await get(await aRequest())
  const reasonsOf = (acronym: string) => matches.find((match) => match.acronym === acronym)?.reasons
  expect(reasonsOf('UNHCR')).toEqual(expect.arrayContaining(['works_in_country', 'works_on_pillar', 'works_on_kind']))
  expect(reasonsOf('ILO')).toEqual(expect.arrayContaining(['works_in_subregion', 'works_on_pillar']))
  const order = matches.map(({ acronym }) => acronym)
  expect(order.indexOf('UNHCR')).toBeLessThan(order.indexOf('ILO'))
})

test('what nobody has taken up is counted by State and pillar, and listed oldest first', async () => {
  const before = await countUnansweredRequests(db)
  const reference = await aRequest({ placeCode: '834', receivedOn: '2020-01-02', pillars: ['PREV', 'PROT'] })
  expect(await countUnansweredRequests(db)).toBe(before + 1)
  expect((await findUnansweredRequests(db, { limit: 1 }))[0]).toMatchObject({ reference })
  const there = await countUnansweredAround(db, { by: 'pillar', placeCodes: ['834'] })
  expect(new Map(there.map(({ code, requests }) => [code, requests]))).toEqual(
    new Map([
      [null, 1],
      ['PREV', 1],
      ['PROT', 1],
    ]),
  )
  const list = await contributor.requests.list({ placeCode: '834', unanswered: true, pillar: 'PREV', locale: 'en' })
  expect(list).toMatchObject({ total: 1, rows: [{ reference, placeName: 'United Republic of Tanzania' }] })
  expect(await coordinator.inbox.counts()).toEqual([{ source: 'requests_unanswered', count: before + 1 }])
  expect(await focalPoint.inbox.counts()).not.toContainEqual(expect.objectContaining({ source: 'requests_unanswered' }))
  await move(reference, 'received', 'answered', '2020-02-01')
  expect(await countUnansweredRequests(db)).toBe(before)
})

test('the standing checks find nothing wrong with what was recorded, and see a stage that was moved by hand', async () => {
  const faults = () =>
    db
      .transaction()
      .execute((trx) => Promise.all(requestChecks.map(async ({ run }) => (await run(trx, world.clock.now)).detail)))
  expect(await faults()).toEqual(['', '', ''])
  const reference = await aRequest()
  await db.updateTable('assistance_request').set({ stage: 'answered' }).where('reference', '=', reference).execute()
  expect(await faults()).toEqual(['', reference, ''])
})
