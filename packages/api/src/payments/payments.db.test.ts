import { randomUUID } from 'node:crypto'
import type { EntryRow } from '@concert/domain/fund-views'
import { expect, test } from 'vitest'
import { aFund, allOf, anAnnouncement, aPayment, eur, usd } from '../../testing/fund.ts'
import { aWorld } from '../../testing/world.ts'

const world = await aWorld()
const { fundManager } = world
const { donorId, otherDonorId, dollars, euros } = await aFund(world)
const locale = 'en' as const

const announce = (over: Partial<Parameters<typeof anAnnouncement>[0]> = {}) =>
  fundManager.pledges.announce(anAnnouncement({ donorId, ...over }))
const formalise = (pledgeId: string, amount: { amountMinor: number; currency: string }, on = '2026-09-15') =>
  fundManager.pledges.formalise({
    pledgeId,
    formalisedOn: on,
    amount,
    evidence: 'Letters',
    conditional: false,
    instalments: null,
    idempotencyKey: randomUUID(),
  })
const record = (over: Partial<Parameters<typeof aPayment>[0]> = {}) =>
  fundManager.payments.record(aPayment({ donorId, bankAccountId: dollars, ...over }))
const pledgeOf = (reference: string) => fundManager.pledges.story({ reference, locale })
const paymentOf = (reference: string) => fundManager.payments.story({ reference, locale })
const linesOf = (entry: EntryRow | undefined) =>
  entry?.lines.map(({ account, amount, usdMinor }) => [account, amount.amountMinor, amount.currency, usdMinor])

test('books what came in and what the bank kept of it', async () => {
  const { reference } = await record({ amount: eur(5_000), fee: eur(20), bankAccountId: euros })
  const payment = await paymentOf(reference)
  expect(payment).toMatchObject({ usdMinor: 6_250, unallocated: eur(5_000), provisional: true })
  expect(linesOf(payment.entries[0])).toEqual([
    ['cash', 4_980, 'EUR', 6_225],
    ['bank_charges', 20, 'EUR', 25],
    ['unallocated', -5_000, 'EUR', -6_250],
  ])
})

test('pays the oldest open instalments first, and keeps the difference of the rates apart', async () => {
  const instalments = [
    { dueOn: '2026-09-30', amount: eur(4_000) },
    { dueOn: '2026-12-31', amount: eur(6_000) },
  ]
  const pledge = await announce({ amount: eur(10_000), instalments })
  await formalise(pledge.id, eur(10_000))
  const allocations = [allOf(pledge.id, eur(5_000))]
  const { reference } = await record({ amount: eur(5_000), bankAccountId: euros, allocations })
  const story = await pledgeOf(pledge.reference)
  expect(story).toMatchObject({
    life: 'part_received',
    outstanding: eur(5_000),
    received: eur(5_000),
    usd: { formalisedUsd: 11_111, receivedUsd: 6_250 },
    flags: [],
  })
  expect(story.instalments.map((part) => part.paid.amountMinor)).toEqual([4_000, 1_000])
  const payment = await paymentOf(reference)
  expect(payment.unallocated).toEqual(eur(0))
  expect(payment.allocations.map((part) => [part.instalmentPosition, part.amount.amountMinor])).toEqual([
    [1, 4_000],
    [2, 1_000],
  ])
  expect(linesOf(payment.entries[1])).toEqual([
    ['unallocated', 4_000, 'EUR', 5_000],
    ['receivable', -4_000, 'EUR', -4_444],
    ['fx_difference', 0, 'EUR', -556],
  ])
})

test('settles a pledge in another currency through conversion', async () => {
  const pledge = await announce({ amount: eur(5_000) })
  await formalise(pledge.id, eur(5_000))
  const allocation = { ...allOf(pledge.id, usd(5_400)), settles: eur(5_000) }
  const { reference } = await record({ amount: usd(5_400), allocations: [allocation] })
  const { entries, allocations } = await paymentOf(reference)
  expect(linesOf(entries[1])).toEqual([
    ['unallocated', 5_400, 'USD', 5_400],
    ['conversion', -5_400, 'USD', -5_400],
    ['conversion', 5_000, 'EUR', 5_400],
    ['receivable', -5_000, 'EUR', -5_556],
    ['fx_difference', 0, 'EUR', 156],
  ])
  expect(allocations).toMatchObject([{ amount: usd(5_400), settled: eur(5_000), undone: false }])
  expect(await pledgeOf(pledge.reference)).toMatchObject({ life: 'received', received: eur(5_000) })
})

test('takes the rate of the day where nobody said what another currency settles', async () => {
  const pledge = await announce({ amount: eur(5_000) })
  await record({ amount: usd(1_000), allocations: [allOf(pledge.id, usd(1_000))] })
  expect(await pledgeOf(pledge.reference)).toMatchObject({ received: eur(800), formalised: eur(800) })
})

test('a receipt for what was only announced formalises what it pays, and undoing it restores exactly what was there', async () => {
  const pledge = await announce({ amount: eur(10_000) })
  await formalise(pledge.id, eur(4_500))
  const { reference, id } = await record({ amount: eur(7_000), bankAccountId: euros })
  const before = [await pledgeOf(pledge.reference), await paymentOf(reference)] as const
  const allocations = [allOf(pledge.id, eur(6_000))]
  const allocation = { paymentId: id, allocatedOn: '2026-10-02', allocations, idempotencyKey: randomUUID() }
  await fundManager.payments.allocate(allocation)
  const paid = await pledgeOf(pledge.reference)
  expect(paid).toMatchObject({ formalised: eur(6_000), received: eur(6_000), outstanding: eur(0) })
  expect(paid.notYetFormalised).toEqual(eur(4_000))

  const allocationId = paid.allocations[0]?.id ?? ''
  const undoing = { allocationId, reason: 'Wrong pledge', idempotencyKey: randomUUID() }
  expect(await fundManager.payments.undoAllocation(undoing)).toEqual({ reference })
  const [pledgeBefore, paymentBefore] = before
  const { allocations: allocated, entries, ...pledgeAfter } = await pledgeOf(pledge.reference)
  expect({ ...pledgeBefore, ...pledgeAfter }).toEqual(pledgeBefore)
  expect((await paymentOf(reference)).unallocated).toEqual(paymentBefore.unallocated)
  expect(allocated).toMatchObject([{ undone: true }])
  expect(entries.at(-1)).toMatchObject({ kind: 'allocation_undone', reason: 'Wrong pledge' })
  expect(entries.at(-2)?.reversedBy).toBe(entries.at(-1)?.number)
  await expect(fundManager.payments.undoAllocation({ ...undoing, idempotencyKey: randomUUID() })).rejects.toMatchObject(
    { cause: { code: 'payments.already_undone' } },
  )
})

test('an overpayment stays unallocated and grows no pledge', async () => {
  const pledge = await announce({ amount: usd(1_000) })
  const payment = { amount: usd(1_500), allocations: [allOf(pledge.id, usd(1_500))] }
  await expect(record(payment)).rejects.toMatchObject({
    cause: { code: 'payments.more_than_pledged', params: { amount: '10.00', currency: 'USD' } },
  })
  const { reference } = await record({ ...payment, allocations: [allOf(pledge.id, usd(1_000))] })
  expect((await paymentOf(reference)).unallocated).toEqual(usd(500))
  expect(await pledgeOf(pledge.reference)).toMatchObject({ amount: usd(1_000), life: 'received' })
  const { rows } = await fundManager.payments.rows({ locale, unallocated: true })
  expect(rows.map((row) => row.reference)).toContain(reference)
})

test('names the payment that already carries a bank reference, also when two officers type it at once', async () => {
  const bankReference = 'MT103 4711'
  const { reference } = await record({ bankReference })
  await expect(record({ bankReference, amount: usd(7) })).rejects.toMatchObject({
    cause: { code: 'payments.bank_reference_taken', field: 'bankReference', params: { reference } },
  })
  const attempts = await Promise.allSettled([record({ bankReference: 'TWICE' }), record({ bankReference: 'TWICE' })])
  expect(attempts.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  const refused = attempts.find((one) => one.status === 'rejected')
  expect(refused?.reason).toMatchObject({ cause: { code: 'payments.bank_reference_taken' } })
})

test('asks why a payment without a bank reference is not the one that it looks like', async () => {
  const alike = { bankReference: null, amount: usd(7_777), receivedOn: '2026-10-10' }
  const { reference } = await record(alike)
  const later = { ...alike, receivedOn: '2026-10-13' }
  await expect(record(later)).rejects.toMatchObject({
    cause: { code: 'payments.looks_alike', field: 'lookAlikeReason', params: { reference, days: 3 } },
  })
  await record({ ...later, lookAlikeReason: 'Two instalments in one week' })
  await record({ ...alike, receivedOn: '2026-10-17' })
})

test('three payments of 60 % at once never pay more than was pledged', async () => {
  const pledge = await announce({ amount: usd(100) })
  const attempts = await Promise.allSettled(
    [1, 2, 3].map(() => record({ amount: usd(60), allocations: [allOf(pledge.id, usd(60))] })),
  )
  expect(attempts.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  for (const one of attempts) {
    if (one.status === 'rejected') expect(one.reason).toMatchObject({ cause: { code: 'payments.more_than_pledged' } })
  }
  expect(await pledgeOf(pledge.reference)).toMatchObject({ received: usd(60) })
})

test('refuses what does not fit together', async () => {
  const pledge = await announce()
  const other = await announce({ donorId: otherDonorId })
  const codeOf = async (over: Parameters<typeof record>[0]) => {
    const refusal = await record(over).then(
      () => undefined,
      (error: { cause?: { code?: string } }) => error.cause?.code,
    )
    return refusal
  }
  expect(await codeOf({ bankAccountId: euros })).toBe('payments.bank_account_currency')
  expect(await codeOf({ receivedOn: '2026-11-25' })).toBe('journal.date_in_future')
  expect(await codeOf({ allocations: [allOf(other.id, usd(1))] })).toBe('payments.other_donor')
  expect(await codeOf({ allocations: [allOf(pledge.id, eur(1))] })).toBe('payments.other_currency')
  expect(await codeOf({ allocations: [{ ...allOf(pledge.id, usd(2)), settles: usd(1) }] })).toBe(
    'payments.settles_same',
  )
  expect(await codeOf({ allocations: [{ ...allOf(pledge.id, usd(2)), settles: eur(1) }] })).toBe(
    'payments.settles_currency',
  )
  expect(await codeOf({ allocations: [allOf(pledge.id, usd(50_001))] })).toBe('payments.more_than_unallocated')
  expect(await codeOf({ allocations: [{ ...allOf(pledge.id, usd(1)), instalmentId: randomUUID() }] })).toBe(
    'payments.instalment_unknown',
  )
})

test('lists what a donor may still pay on', async () => {
  const { fundManager: officer } = world
  const open = await officer.payments.openPledges({ donorId: otherDonorId, locale })
  expect(open).toHaveLength(1)
  const { fee, ...payment } = aPayment({ donorId: otherDonorId, bankAccountId: dollars, amount: usd(100_000) })
  await officer.payments.record({ ...payment, fee, allocations: [allOf(open[0]?.id ?? '', usd(100_000))] })
  expect(await officer.payments.openPledges({ donorId: otherDonorId, locale })).toEqual([])
})
