import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aFund, anAnnouncement, eur, usd } from '../../testing/fund.ts'
import { aWorld } from '../../testing/world.ts'
import { fundChecks } from '../fund/checks.ts'
import { inTransaction } from '../transaction.ts'

const world = await aWorld()
const { fundManager } = world
const { donorId, dollars } = await aFund(world)
const secondOfficer = world.as('fund_manager')
const locale = 'en' as const
const on = '2026-10-15'

const storyOf = (reference: string) => fundManager.pledges.story({ reference, locale })
const announce = (over: Partial<Parameters<typeof anAnnouncement>[0]> = {}) =>
  fundManager.pledges.announce(anAnnouncement({ donorId, ...over }))

async function aSignedPledge(amount = usd(100_000), conditional = false) {
  const pledge = await announce({ amount })
  await formalise(pledge.id, amount, conditional)
  return pledge
}

function formalise(pledgeId: string, amount: { amountMinor: number; currency: string }, conditional = false) {
  const terms = { formalisedOn: '2026-10-01', evidence: 'Letters', instalments: null }
  return fundManager.pledges.formalise({ ...terms, pledgeId, amount, conditional, idempotencyKey: randomUUID() })
}

const change = (pledgeId: string) => ({ pledgeId, on, reason: 'Letter of the donor', idempotencyKey: randomUUID() })
const refusal = (code: string, params = {}) => ({ cause: { code, params: expect.objectContaining(params) } })

async function expectSoundBooks(): Promise<void> {
  const system = world.contextOf({ kind: 'system', name: 'test' })
  for (const check of fundChecks) {
    const { ok, detail } = await inTransaction(system, (trx) => check.run(trx, world.clock.now))
    expect([check.id, ok, detail]).toEqual([check.id, true, ''])
  }
}

test('announces another amount, up at the rate of the day and down at the carrying share', async () => {
  const { id, reference } = await announce({ amount: eur(9_000), announcedOn: '2026-09-01' })
  await fundManager.pledges.change({ ...change(id), amount: eur(17_000), instalments: [] })
  expect(await storyOf(reference)).toMatchObject({ amount: eur(17_000), usd: { announcedUsd: 20_000 } })
  await fundManager.pledges.change({ ...change(id), amount: eur(8_500), instalments: [] })
  expect(await storyOf(reference)).toMatchObject({ amount: eur(8_500), usd: { announcedUsd: 10_000 } })
})

test('nothing of a pledge that was withdrawn is formalised, and nothing is booked', async () => {
  const { id, reference } = await announce({ amount: usd(1_000) })
  await fundManager.pledges.withdraw(change(id))
  const before = await storyOf(reference)
  await expect(formalise(id, usd(1_000))).rejects.toMatchObject(refusal('pledges.nothing_announced', { reference }))
  await expect(formalise(id, usd(1_000), true)).rejects.toMatchObject(refusal('pledges.nothing_announced'))
  expect(await storyOf(reference)).toEqual(before)
})

test('a changed announcement brings its own instalments, or none', async () => {
  const instalments = [{ dueOn: '2026-12-01', amount: usd(100_000) }]
  const { id, reference } = await announce({ instalments })
  const half = [{ dueOn: '2027-01-01', amount: usd(50_000) }]
  await fundManager.pledges.change({ ...change(id), amount: usd(50_000), instalments: half })
  expect((await storyOf(reference)).instalments).toMatchObject([{ dueOn: '2027-01-01', amount: usd(50_000) }])
  await fundManager.pledges.change({ ...change(id), amount: usd(40_000), instalments: [] })
  expect((await storyOf(reference)).instalments).toEqual([])
  const uneven = fundManager.pledges.change({ ...change(id), amount: usd(30_000), instalments: half })
  await expect(uneven).rejects.toMatchObject({ code: 'BAD_REQUEST' })
})

test('announces no less than what is signed', async () => {
  const { id } = await announce()
  await formalise(id, usd(60_000))
  const less = fundManager.pledges.change({ ...change(id), amount: usd(59_999), instalments: [] })
  await expect(less).rejects.toMatchObject(refusal('pledges.less_than_signed', { amount: '600.00' }))
  const same = fundManager.pledges.change({ ...change(id), amount: usd(100_000), instalments: [] })
  await expect(same).rejects.toMatchObject(refusal('pledges.same_amount'))
  await fundManager.pledges.change({ ...change(id), amount: usd(60_000), instalments: [] })
})

test('a condition that comes true makes a debt of the part for which it did', async () => {
  const { id, reference } = await aSignedPledge(eur(9_000), true)
  await fundManager.pledges.meetCondition({ ...change(id), amount: eur(3_000), othersGave: null })
  expect(await storyOf(reference)).toMatchObject({
    outstanding: eur(3_000),
    conditional: eur(6_000),
    flags: ['conditional'],
    usd: { formalisedUsd: 3_750 },
  })
  const more = fundManager.pledges.meetCondition({ ...change(id), amount: eur(6_001), othersGave: null })
  await expect(more).rejects.toMatchObject(refusal('pledges.more_than_conditional', { amount: '60.00' }))
})

test('a donor who matches others gives at most the agreed share of the total', async () => {
  const condition = { kind: 'match' as const, matchPercent: 25, note: null }
  const { id, reference } = await announce({ amount: usd(50_000), condition })
  await formalise(id, usd(50_000), true)
  const meet = (minor: number, othersGave: ReturnType<typeof usd> | null) =>
    fundManager.pledges.meetCondition({ ...change(id), amount: usd(minor), othersGave })
  await expect(meet(10_000, null)).rejects.toMatchObject(refusal('pledges.others_missing'))
  await expect(meet(10_001, usd(30_000))).rejects.toMatchObject(
    refusal('pledges.more_than_matched', { amount: '100.00' }),
  )
  await meet(10_000, usd(30_000))
  await expect(meet(1, usd(30_000))).rejects.toMatchObject(refusal('pledges.more_than_matched', { amount: '0.00' }))
  expect(await storyOf(reference)).toMatchObject({ outstanding: usd(10_000), conditional: usd(40_000) })
})

test('signs more than was announced, once everything announced is signed', async () => {
  const { id, reference } = await announce()
  const early = fundManager.pledges.increase({ ...change(id), amount: usd(500) })
  await expect(early).rejects.toMatchObject(refusal('pledges.formalise_first', { amount: '1000.00' }))
  await formalise(id, usd(100_000))
  await fundManager.pledges.increase({ ...change(id), amount: usd(500) })
  expect(await storyOf(reference)).toMatchObject({
    amount: usd(100_000),
    formalised: usd(100_500),
    outstanding: usd(100_500),
  })
})

test('reduces what is owed, and what waits for a condition', async () => {
  const owed = await aSignedPledge()
  await fundManager.pledges.reduce({ ...change(owed.id), amount: usd(40_000), from: 'owed' })
  expect(await storyOf(owed.reference)).toMatchObject({
    outstanding: usd(60_000),
    notYetFormalised: usd(0),
    flags: ['reduced'],
  })
  const more = fundManager.pledges.reduce({ ...change(owed.id), amount: usd(60_001), from: 'owed' })
  await expect(more).rejects.toMatchObject(refusal('pledges.more_than_owed', { amount: '600.00' }))

  const waiting = await aSignedPledge(usd(100_000), true)
  await fundManager.pledges.reduce({ ...change(waiting.id), amount: usd(20_000), from: 'on_condition' })
  expect(await storyOf(waiting.reference)).toMatchObject({
    amount: usd(80_000),
    conditional: usd(80_000),
    notYetFormalised: usd(0),
  })
})

test('withdraws all that is open, and takes no payment on it afterwards', async () => {
  const { id, reference } = await announce()
  await formalise(id, usd(30_000))
  await formalise(id, usd(20_000), true)
  await fundManager.pledges.withdraw(change(id))
  expect(await storyOf(reference)).toMatchObject({
    life: 'withdrawn',
    outstanding: usd(0),
    conditional: usd(0),
    notYetFormalised: usd(0),
  })
  await expect(fundManager.pledges.withdraw(change(id))).rejects.toMatchObject(refusal('pledges.nothing_open'))
  const payment = await fundManager.payments.record({
    donorId,
    receivedOn: on,
    amount: usd(10_000),
    fee: usd(0),
    bankAccountId: dollars,
    bankReference: null,
    document: null,
    lookAlikeReason: null,
    allocations: [],
    idempotencyKey: randomUUID(),
  })
  const allocations = [{ pledgeId: id, instalmentId: null, amount: usd(10_000), settles: null }]
  const late = { paymentId: payment.id, allocatedOn: on, allocations, idempotencyKey: randomUUID() }
  await expect(fundManager.payments.allocate(late)).rejects.toMatchObject(refusal('payments.pledge_closed'))
})

test('writes off what is owed once a second officer confirms, and not before', async () => {
  const { id, reference } = await aSignedPledge()
  const asked = await fundManager.pledges.writeOff({ ...change(id), amount: usd(40_000) })
  expect(await storyOf(reference)).toMatchObject({ outstanding: usd(100_000), flags: [] })

  const confirm = (officer: typeof fundManager) =>
    officer.signatures.confirm({ id: asked.id, idempotencyKey: randomUUID() })
  await expect(confirm(fundManager)).rejects.toMatchObject(refusal('signatures.same_person'))
  const { entryNumber } = await confirm(secondOfficer)
  const story = await storyOf(reference)
  expect(story).toMatchObject({ outstanding: usd(60_000), flags: ['written_off'], formalised: usd(100_000) })
  expect(story.entries.find(({ number }) => number === entryNumber)).toMatchObject({
    kind: 'pledge_written_off',
    askedBy: 'A fund_manager',
  })
  await expect(confirm(secondOfficer)).rejects.toMatchObject(refusal('signatures.decided_already'))
})

test('refuses a write-off beyond what is owed at once, and again when it is confirmed', async () => {
  const { id } = await aSignedPledge()
  const beyond = fundManager.pledges.writeOff({ ...change(id), amount: usd(100_001) })
  await expect(beyond).rejects.toMatchObject(refusal('pledges.more_than_owed', { amount: '1000.00' }))

  const asked = await fundManager.pledges.writeOff({ ...change(id), amount: usd(100_000) })
  const again = fundManager.pledges.writeOff({ ...change(id), amount: usd(1) })
  await expect(again).rejects.toMatchObject(refusal('signatures.asked_already'))
  await fundManager.pledges.reduce({ ...change(id), amount: usd(1), from: 'owed' })
  const late = secondOfficer.signatures.confirm({ id: asked.id, idempotencyKey: randomUUID() })
  await expect(late).rejects.toMatchObject(refusal('pledges.more_than_owed', { amount: '999.99' }))
  await secondOfficer.signatures.refuse({ id: asked.id, note: 'Reduced since', idempotencyKey: randomUUID() })
  const { rows } = await fundManager.signatures.list({})
  expect(rows.find((row) => row.id === asked.id)).toMatchObject({ state: 'declined', note: 'Reduced since' })
})

test('every change leaves sound books', async () => {
  await expectSoundBooks()
})

test('takes back a condition under which more was signed than was announced, and no more of the announcement than all', async () => {
  const { id, reference } = await announce()
  await formalise(id, usd(120_000), true)
  await fundManager.pledges.reduce({ ...change(id), amount: usd(110_000), from: 'on_condition' })
  expect(await storyOf(reference)).toMatchObject({ amount: usd(0), conditional: usd(10_000) })
  await fundManager.pledges.withdraw(change(id))
  expect(await storyOf(reference)).toMatchObject({ amount: usd(0), conditional: usd(0), life: 'withdrawn' })
  await expectSoundBooks()
})
