import { randomUUID } from 'node:crypto'
import { aNewActivity } from '@concert/db/testing/activities'
import type { RequestStage } from '@concert/domain/request'
import { expect, test } from 'vitest'
import { aWorld } from '../../testing/world.ts'
import { inTransaction } from '../transaction.ts'
import { requestChecks } from './checks.ts'

const world = await aWorld()
const { coordinator, focalPoint, anyone } = world
const iom = world.as('focal_point', 'iom')

async function aRequest(
  placeCode: string,
  receivedOn: string,
  steps: [RequestStage, string][] = [],
  pillars = ['PROS'],
) {
  const { reference } = await coordinator.requests.record({
    placeCode,
    receivedOn,
    channel: 'letter',
    language: 'en',
    subject: `Example ${placeCode}`,
    text: '',
    pillars: pillars as ['PROS'],
    kinds: [],
    guardReason: null,
    idempotencyKey: randomUUID(),
  })
  let from: RequestStage = 'received'
  for (const [to, on] of steps) {
    await coordinator.requests.move({ reference, from, to, on, note: '' })
    from = to
  }
  return reference
}

const release = (untilOn: string) => coordinator.requests.release({ untilOn, idempotencyKey: randomUUID() })
const refused = (code: string) => ({ cause: expect.objectContaining({ code }) })

test('the group reads exact indicators of a period, whose days are both included', async () => {
  await aRequest('404', '2026-01-10', [
    ['acknowledged', '2026-01-14'],
    ['answered', '2026-03-11'],
  ])
  await aRequest('800', '2026-01-20', [['acknowledged', '2026-01-30']])
  const period = { from: '2026-01-10', until: '2026-01-20' }
  expect(await focalPoint.requests.indicators(period)).toMatchObject({
    received: 2,
    answered: 1,
    firstAnswerDays: 7,
    deliveryDays: 60,
    developing: 1,
    developingShare: 5000,
    states: 2,
    reached: { received: 2, acknowledged: 2, matched: 1, in_delivery: 1, answered: 1 },
  })
  expect(await focalPoint.requests.indicators({ from: '2026-01-11', until: '2026-01-19' })).toMatchObject({
    received: 0,
  })
})

test('a step taken back counts for nothing', async () => {
  const reference = await aRequest('036', '2025-06-02', [['declined', '2025-06-05']])
  await coordinator.requests.correct({ reference, from: 'declined', reason: 'Another request was meant' })
  const found = await focalPoint.requests.indicators({ from: '2025-06-01', until: '2025-06-30' })
  expect(found).toMatchObject({ received: 1, declined: 0, firstAnswerDays: null })
})

test('nothing is released about fewer than three States, and what was released is in no later release', async () => {
  const two = await aRequest('496', '2024-01-10')
  await aRequest('104', '2024-01-12', [['acknowledged', '2024-01-15']])
  await expect(release('2024-12-31')).rejects.toMatchObject(refused('requests.too_few_states'))
  expect(await coordinator.requests.previewRelease({ untilOn: '2024-12-31' })).toMatchObject({ told: null })
  await aRequest('116', '2024-02-01')
  const { number } = await release('2024-12-31')
  expect(number).toBe(1)
  const [told] = await anyone.requests.told()
  expect(told).toMatchObject({ number: 1, untilOn: '2024-12-31', told: { received: 3, firstAnswerWithin: null } })

  await coordinator.requests.move({ reference: two, from: 'received', to: 'answered', on: '2024-03-01', note: '' })
  await aRequest('144', '2024-06-01')
  await aRequest('524', '2024-06-02')
  await expect(release('2024-12-31')).rejects.toMatchObject(refused('requests.too_few_states'))
  expect(await anyone.requests.told()).toHaveLength(1)
  await aRequest('096', '2024-06-03')
  await release('2024-12-31')
  expect((await anyone.requests.told()).map((one) => one.told.received)).toEqual([3, 3])
})

test('a released number is a figure with a rule, and one that is not told is none', async () => {
  const shown = await anyone.figures.show({ id: 'requests.received.1' })
  expect(shown).toMatchObject({ value: 3, unit: 'count', proof: { rowsIn: 3, sample: [], leftOut: [] } })
  await expect(anyone.figures.show({ id: 'requests.first_answer.1' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(anyone.figures.show({ id: 'requests.received.99' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const listed = (await anyone.figures.list()).filter(({ id }) => id.startsWith('requests.'))
  expect(listed.map(({ id }) => id)).toContain('requests.received.2')
})

test('a State that agreed to be named with any request does not make three', async () => {
  await aRequest('762', '2023-01-10')
  await aRequest('860', '2023-01-11')
  const named = await aRequest('795', '2023-01-12')
  await coordinator.requests.recordConsent({ reference: named, givenOn: '2023-02-01', how: 'Letter', document: 'L 1' })
  await coordinator.requests.withdrawConsent({ reference: named })
  expect((await coordinator.requests.previewRelease({ untilOn: '2023-12-31' })).told).toBeNull()
})

test('the same key makes one release, and a day to come is refused', async () => {
  await aRequest('398', '2023-01-13')
  const making = { untilOn: '2023-12-31', idempotencyKey: randomUUID() }
  expect(await coordinator.requests.release(making)).toEqual(await coordinator.requests.release(making))
  await expect(release('2027-01-01')).rejects.toMatchObject(refused('requests.in_future'))
})

test('which requests are in a release is read by nobody outside the group, and changed by nobody', async () => {
  const readAs = (actor: Parameters<typeof world.contextOf>[0]) =>
    inTransaction(world.contextOf(actor), (trx) =>
      trx.selectFrom('assistance_release_request').select('number').execute(),
    )
  expect(await readAs({ kind: 'anonymous' })).toEqual([])
  await expect(
    inTransaction(world.contextOf({ kind: 'system', name: 'Test' }), (trx) =>
      trx.updateTable('assistance_release').set({ until_on: '2020-01-01' }).execute(),
    ),
  ).rejects.toThrow('permission denied')
  for (const { id, run } of requestChecks) {
    const found = await inTransaction(world.contextOf({ kind: 'system', name: 'Test' }), (trx) =>
      run(trx, world.clock.now),
    )
    expect(found.found, id).toBe(0)
  }
})

test('a focal point finds requests around the own agency’s work, with reasons, until the agency offers', async () => {
  const { reference: activity } = await iom.activities.draft(
    aNewActivity({ status: 'ongoing', places: [{ code: '218', percentage: null }], pillars: ['PREV'] }),
  )
  await iom.activities.share({ reference: activity })
  const here = await aRequest('218', '2026-05-01', [], ['PREV'])
  const around = await aRequest('604', '2026-05-02')
  const elsewhere = await aRequest('156', '2026-05-03')
  const found = await iom.requests.forUs({ locale: 'en' })
  expect(found.map(({ reference }) => reference)).toEqual([here, around])
  expect(found[0]).toMatchObject({
    placeName: 'Ecuador',
    reasons: ['works_in_country', 'works_on_pillar'],
  })
  expect(found[1]?.reasons).not.toContain('works_in_country')
  expect(found.map(({ reference }) => reference)).not.toContain(elsewhere)
  const waiting = async () => (await iom.inbox.counts()).find(({ source }) => source === 'requests_matching')?.count
  expect(await waiting()).toBe(2)
  await iom.requests.offer({ reference: here, what: 'A course', fromOn: null, note: '', idempotencyKey: randomUUID() })
  expect(await waiting()).toBe(1)
  await expect(anyone.requests.forUs({ locale: 'en' })).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
  await expect(coordinator.requests.forUs({ locale: 'en' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
})
