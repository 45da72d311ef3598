import { randomUUID } from 'node:crypto'
import { postEntry } from '@concert/db/journal'
import { insertSignature } from '@concert/db/signatures'
import { entry, line } from '@concert/domain/journal/entry'
import { expect, test } from 'vitest'
import { aFund, allOf, anAnnouncement, aPayment, eur, usd } from '../../testing/fund.ts'
import { aWorld } from '../../testing/world.ts'
import { fundChecks } from '../fund/checks.ts'
import { inTransaction } from '../transaction.ts'

const world = await aWorld()
const { fundManager } = world
const { donorId, dollars, euros } = await aFund(world)
const secondOfficer = world.as('fund_manager')
const system = world.contextOf({ kind: 'system', name: 'test' })
const locale = 'en' as const
const on = '2026-11-20'

const key = () => randomUUID()
const ask = (number: number, over: object = {}) =>
  fundManager.journal.reverse({ number, on, reason: 'Booked by mistake', idempotencyKey: key(), ...over })
const reverse = async (number: number) =>
  secondOfficer.signatures.confirm({ id: (await ask(number)).id, idempotencyKey: key() })
const refusal = (code: string, params = {}) => ({ cause: { code, params: expect.objectContaining(params) } })

async function aSignedPledge(amount = usd(100_000)) {
  const pledge = await fundManager.pledges.announce(anAnnouncement({ donorId, amount }))
  const terms = { formalisedOn: '2026-10-01', evidence: 'Letters', instalments: null, conditional: false }
  await fundManager.pledges.formalise({ ...terms, pledgeId: pledge.id, amount, idempotencyKey: key() })
  return pledge
}

const entriesOf = async (reference: string) => (await fundManager.pledges.story({ reference, locale })).entries
const numberOf = async (reference: string, kind: string) =>
  (await entriesOf(reference)).find((one) => one.kind === kind)?.number ?? 0

test('a bounced payment is taken back with what it paid, and its bank reference is free again', async () => {
  const pledge = await aSignedPledge(eur(9_000))
  const payment = aPayment({ donorId, bankAccountId: euros, amount: eur(10_000), bankReference: 'BOUNCED' })
  const { reference } = await fundManager.payments.record({ ...payment, allocations: [allOf(pledge.id, eur(6_000))] })
  const before = await fundManager.payments.story({ reference, locale })
  await fundManager.payments.giveOverpayment({
    paymentId: before.id,
    on,
    amount: eur(1_000),
    reason: 'Letter',
    idempotencyKey: key(),
  })

  await reverse(before.entries.find(({ kind }) => kind === 'payment_received')?.number ?? 0)
  const after = await fundManager.payments.story({ reference, locale })
  expect(after.unallocated).toEqual(eur(0))
  expect(after.allocations).toMatchObject([{ undone: true }])
  expect(after.entries.filter(({ reverses }) => reverses !== null)).toHaveLength(3)
  expect(await fundManager.pledges.story({ reference: pledge.reference, locale })).toMatchObject({
    outstanding: eur(9_000),
    received: eur(0),
  })
  const again = await fundManager.payments.record({ ...payment, idempotencyKey: key() })
  expect(again.reference).not.toBe(reference)
  const onTheOld = { paymentId: before.id, allocatedOn: on, allocations: [allOf(pledge.id, eur(1))] }
  await expect(fundManager.payments.allocate({ ...onTheOld, idempotencyKey: key() })).rejects.toMatchObject(
    refusal('payments.reversed', { reference }),
  )
})

test('money that went back to the donor has to be reversed first', async () => {
  const { reference } = await fundManager.payments.record(aPayment({ donorId, bankAccountId: dollars }))
  const payment = await fundManager.payments.story({ reference, locale })
  const [receipt] = payment.entries
  const refund = { paymentId: payment.id, on, amount: usd(20_000), reason: 'Letter', bankAccountId: dollars }
  await fundManager.payments.refund({ ...refund, idempotencyKey: key() })
  await expect(ask(receipt?.number ?? 0)).rejects.toMatchObject(refusal('journal.refunded_already'))
  const { entries } = await fundManager.payments.story({ reference, locale })
  await reverse(entries.find(({ kind }) => kind === 'payment_refunded')?.number ?? 0)
  await reverse(receipt?.number ?? 0)
  expect(await fundManager.payments.story({ reference, locale })).toMatchObject({ unallocated: usd(0) })
})

test('a payment is not taken back before the day on which it was used', async () => {
  const pledge = await aSignedPledge()
  const { id, reference } = await fundManager.payments.record(aPayment({ donorId, bankAccountId: dollars }))
  const allocations = [allOf(pledge.id, usd(50_000))]
  const allocation = { paymentId: id, allocatedOn: '2026-11-10', allocations, idempotencyKey: key() }
  await fundManager.payments.allocate(allocation)
  const { entries } = await fundManager.payments.story({ reference, locale })
  const receipt = entries.find(({ kind }) => kind === 'payment_received')?.number ?? 0
  await expect(ask(receipt, { on: '2026-11-09' })).rejects.toMatchObject(
    refusal('journal.used_later', { date: '2026-11-10' }),
  )
  await ask(receipt, { on: '2026-11-10' })
})

test('a reversal that would leave dollars without an amount is refused', async () => {
  for (const [day, unitsPerUsd] of [
    ['2026-10-01', '0.9'],
    ['2026-11-01', '1.05'],
  ] as const) {
    await fundManager.rates.record({ currency: 'CHF', on: day, unitsPerUsd, source: 'Test', idempotencyKey: key() })
  }
  const francs = (amountMinor: number) => ({ amountMinor, currency: 'CHF' })
  const announcement = anAnnouncement({ donorId, amount: francs(8_000), announcedOn: '2026-10-15' })
  const { id, reference } = await fundManager.pledges.announce(announcement)
  const change = { pledgeId: id, on: '2026-11-10', reason: 'Letter', instalments: [] }
  await fundManager.pledges.change({ ...change, amount: francs(16_000), idempotencyKey: key() })
  await fundManager.pledges.change({ ...change, amount: francs(8_000), idempotencyKey: key() })
  const raised = await numberOf(reference, 'announcement_changed')
  await expect(ask(raised)).rejects.toMatchObject(refusal('journal.built_upon'))
})

test('refuses what cannot be reversed, with what to do instead', async () => {
  const pledge = await aSignedPledge()
  const payment = aPayment({ donorId, bankAccountId: dollars, allocations: [allOf(pledge.id, usd(50_000))] })
  await fundManager.payments.record(payment)
  const announced = await numberOf(pledge.reference, 'pledge_announced')
  const formalised = await numberOf(pledge.reference, 'pledge_formalised')
  const allocated = await numberOf(pledge.reference, 'payment_allocated')
  await expect(ask(allocated)).rejects.toMatchObject(refusal('journal.undo_instead', { number: allocated }))
  await expect(ask(announced)).rejects.toMatchObject(
    refusal('journal.built_upon', { numbers: `${formalised}, ${allocated}` }),
  )
  await expect(ask(formalised)).rejects.toMatchObject(refusal('journal.built_upon', { numbers: `${allocated}` }))
  await expect(ask(formalised, { on: '2026-09-30' })).rejects.toMatchObject(refusal('journal.reversed_before'))
  await expect(ask(formalised, { on: '2026-11-25' })).rejects.toMatchObject(refusal('journal.date_in_future'))
  await expect(ask(10_000)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('reverses an entry once, and a reversal never', async () => {
  const pledge = await aSignedPledge()
  const formalised = await numberOf(pledge.reference, 'pledge_formalised')
  const { entryNumber } = await reverse(formalised)
  await expect(ask(formalised)).rejects.toMatchObject(refusal('journal.reversed_already', { number: entryNumber }))
  await expect(ask(entryNumber)).rejects.toMatchObject(refusal('journal.is_reversal'))
  expect(await fundManager.pledges.story({ reference: pledge.reference, locale })).toMatchObject({
    life: 'announced',
    notYetFormalised: usd(100_000),
  })
})

test('two officers who confirm at once reverse once', async () => {
  const pledge = await aSignedPledge()
  const { id } = await ask(await numberOf(pledge.reference, 'pledge_formalised'))
  const officers = [secondOfficer, world.as('fund_manager')]
  const confirmed = await Promise.allSettled(
    officers.map((officer) => officer.signatures.confirm({ id, idempotencyKey: key() })),
  )
  expect(confirmed.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await entriesOf(pledge.reference)).filter(({ kind }) => kind === 'entry_reversed')).toHaveLength(1)
})

test('the one who asked takes it back, and nothing is booked', async () => {
  const pledge = await aSignedPledge()
  const { id } = await ask(await numberOf(pledge.reference, 'pledge_formalised'))
  await fundManager.signatures.refuse({ id, note: 'It was right', idempotencyKey: key() })
  const { rows } = await fundManager.signatures.list({ state: 'withdrawn' })
  expect(rows.find((row) => row.id === id)).toMatchObject({ note: 'It was right', entryNumber: null })
})

test('the database itself takes no reversal or write-off that two different people did not sign', async () => {
  const pledge = await aSignedPledge()
  const lines = [
    line('written_off', { amount: usd(100), usdMinor: 100 }, { pledgeId: pledge.id, donorId }),
    line('receivable', { amount: usd(-100), usdMinor: -100 }, { pledgeId: pledge.id, donorId }),
  ]
  const writeOff = entry('pledge_written_off', on, lines, 'Test')
  const booking = { actorId: null, actorName: 'test', idempotencyKey: null }
  const unsigned = inTransaction(system, (trx) => postEntry(trx, booking, writeOff))
  await expect(unsigned).rejects.toThrow('journal_entry_is_signed_twice')

  const asked = { id: randomUUID(), name: 'One officer' }
  const person = world.contextOf({
    ...asked,
    kind: 'person',
    userId: asked.id,
    agencyId: null,
    roles: ['fund_manager'],
  })
  const openOnly = inTransaction(person, async (trx) => {
    const subject = { type: 'pledge' as const, id: pledge.id, reference: pledge.reference }
    const request = { kind: 'write_off' as const, subject, on, amount: usd(100), reason: 'Test', askedBy: asked }
    const signatureId = await insertSignature(trx, { ...request, payload: {} })
    await postEntry(trx, { ...booking, actorId: asked.id, signatureId }, writeOff)
  })
  await expect(openOnly).rejects.toThrow('lacks the confirmation of a second officer')
})

test('everything that was reversed leaves sound books', async () => {
  for (const check of fundChecks) {
    const { ok, detail } = await inTransaction(system, (trx) => check.run(trx, world.clock.now))
    expect([check.id, ok, detail]).toEqual([check.id, true, ''])
  }
})
