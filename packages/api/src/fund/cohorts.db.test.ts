import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aFund, allOf, anAnnouncement, aPayment, eur, usd } from '../../testing/fund.ts'
import { aWorld } from '../../testing/world.ts'
import { inTransaction } from '../transaction.ts'
import { fundChecks } from './checks.ts'

const world = await aWorld()
const { fundManager, anyone } = world
const { donorId, otherDonorId, anonymousId, dollars } = await aFund(world)
const secondOfficer = world.as('fund_manager')
const system = world.contextOf({ kind: 'system', name: 'test' })
const locale = 'en' as const
const meeting = (await anyone.meetings.list()).find(({ slug }) => slug === '2025')
const meetingId = meeting?.id ?? ''
const key = () => randomUUID()

await fundManager.rates.record({
  currency: 'EUR',
  on: '2025-11-01',
  unitsPerUsd: '0.9',
  source: 'Test',
  idempotencyKey: key(),
})

const announce = (donor: string, amount = usd(100_000)) =>
  fundManager.pledges.announce(anAnnouncement({ donorId: donor, amount, announcedOn: '2025-11-24', meetingId }))
const formalise = (pledgeId: string, amount = usd(100_000), formalisedOn = '2026-01-10') => {
  const terms = { evidence: 'Letters', instalments: null, conditional: false }
  return fundManager.pledges.formalise({ ...terms, pledgeId, amount, formalisedOn, idempotencyKey: key() })
}
const cohort = async () => (await anyone.fund.cohorts()).cohorts.find(({ slug }) => slug === '2025')
const sharesAfter = async (months: number) => {
  const point = (await cohort())?.points.find((one) => one.months === months)
  return [point?.formalised, point?.received]
}

const first = await announce(donorId)
const second = await announce(otherDonorId)

test('says nothing while fewer than three donors announced', async () => {
  expect(await cohort()).toBeUndefined()
})

test('shares of what was announced, by the day on which each came, and none for a day still to come', async () => {
  await announce(anonymousId, eur(90_000))
  expect(await cohort()).toMatchObject({ announcedUsd: 300_000, pledges: 3, startsOn: '2025-11-24' })
  await formalise(first.id)
  await formalise(second.id, usd(50_000), '2026-06-01')
  const allocations = [allOf(first.id, usd(60_000))]
  const payment = aPayment({ donorId, bankAccountId: dollars, amount: usd(60_000), receivedOn: '2026-03-01' })
  await fundManager.payments.record({ ...payment, allocations })
  expect(await sharesAfter(6)).toEqual([3333, 2000])
  expect(await sharesAfter(12)).toEqual([5000, 2000])
  expect(await sharesAfter(24)).toEqual([null, null])
})

test('an increase hides nothing of what others did not sign, and a withdrawal is not forgotten', async () => {
  const reason = { on: '2026-04-01', reason: 'Letter', idempotencyKey: key() }
  await fundManager.pledges.increase({ ...reason, pledgeId: first.id, amount: usd(500_000) })
  expect(await sharesAfter(6)).toEqual([3333, 2000])
  await fundManager.pledges.withdraw({ ...reason, pledgeId: second.id, on: '2026-07-01', idempotencyKey: key() })
  expect(await sharesAfter(12)).toEqual([3333, 2000])
  expect(await cohort()).toMatchObject({ announcedUsd: 300_000, pledges: 3 })
})

test('an announcement that was a mistake leaves the cohort, and a payment that is undone its share', async () => {
  const mistaken = await announce(donorId, usd(1_000_000))
  expect(await cohort()).toMatchObject({ announcedUsd: 1_300_000, pledges: 4 })
  const { entries } = await fundManager.pledges.story({ reference: mistaken.reference, locale })
  const { id } = await fundManager.journal.reverse({
    number: entries[0]?.number ?? 0,
    on: '2026-11-20',
    reason: 'Typed twice',
    idempotencyKey: key(),
  })
  await secondOfficer.signatures.confirm({ id, idempotencyKey: key() })
  expect(await cohort()).toMatchObject({ announcedUsd: 300_000, pledges: 3 })
  const { reference } = mistaken
  await expect(anyone.pledges.get({ reference, locale })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect((await anyone.pledges.list({ text: reference, locale })).total).toBe(0)
  expect(await fundManager.pledges.story({ reference, locale })).toMatchObject({ life: 'withdrawn' })

  const { allocations } = await fundManager.pledges.story({ reference: first.reference, locale })
  const undoing = { allocationId: allocations[0]?.id ?? '', reason: 'Mistake', idempotencyKey: key() }
  await fundManager.payments.undoAllocation(undoing)
  expect(await sharesAfter(6)).toEqual([3333, 0])
})

test('what is kept is what the journal says', async () => {
  for (const check of fundChecks) {
    const { ok, detail } = await inTransaction(system, (trx) => check.run(trx, world.clock.now))
    expect([check.id, ok, detail]).toEqual([check.id, true, ''])
  }
})

test('each share is a figure with its proof, and one that is not there yet is not found', async () => {
  const figure = await anyone.figures.show({ id: 'cohorts.formalised.2025.6' })
  expect(figure).toMatchObject({
    value: 3333,
    unit: 'share',
    words: 'cohorts.formalised',
    params: { year: '2025', months: 6 },
    proof: { rowsIn: 3, sample: [], leftOut: [{ reason: 'total_only', rows: 3 }] },
  })
  const listed = (await anyone.figures.list()).map(({ id }) => id).filter((id) => id.startsWith('cohorts.'))
  expect(listed).toEqual(
    [6, 12].flatMap((months) => [`cohorts.formalised.2025.${months}`, `cohorts.received.2025.${months}`]),
  )
  for (const id of ['cohorts.received.2025.24', 'cohorts.received.2021.6', 'cohorts.given.2025.6']) {
    await expect(anyone.figures.show({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  }
})
