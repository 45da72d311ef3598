import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aFund, aPayment, eur, usd } from '../../testing/fund.ts'
import { aWorld } from '../../testing/world.ts'

const world = await aWorld()
const { fundManager } = world
const { donorId, dollars, euros } = await aFund(world)
const locale = 'en' as const
const on = '2026-10-15'

const key = () => randomUUID()
const refusal = (code: string, params = {}) => ({ cause: { code, params: expect.objectContaining(params) } })
const held = async (id: string) => (await fundManager.treasury.accounts()).find((account) => account.id === id)
const entryOf = async (number: number) =>
  (await fundManager.journal.entries({})).rows.find((entry) => entry.number === number)

test('an account opens with what it held, before anything else is booked on it', async () => {
  const opening = { bankAccountId: euros, amount: eur(80_000), document: 'Handed over', idempotencyKey: key() }
  await fundManager.treasury.openBalance({ ...opening, on: '2026-10-01' })
  expect(await held(euros)).toMatchObject({ held: eur(80_000), heldUsd: 100_000 })
  const late = fundManager.treasury.openBalance({ ...opening, on, idempotencyKey: key() })
  await expect(late).rejects.toMatchObject(refusal('treasury.opened_late', { date: '2026-10-01' }))
})

test('interest comes in and support cost goes out, at the rate of the day', async () => {
  const terms = { bankAccountId: euros, on, document: 'DOC-1' }
  const interest = await fundManager.treasury.recordInterest({ ...terms, amount: eur(800), idempotencyKey: key() })
  const cost = await fundManager.treasury.recordSupportCost({ ...terms, amount: eur(1_600), idempotencyKey: key() })
  expect(await held(euros)).toMatchObject({ held: eur(79_200), heldUsd: 99_000 })
  expect(await entryOf(interest.entryNumber)).toMatchObject({
    kind: 'interest_received',
    reason: 'DOC-1',
    lines: [
      { account: 'cash', amount: eur(800), usdMinor: 1_000, about: { bankAccount: 'Euro account' } },
      { account: 'interest', amount: eur(-800), usdMinor: -1_000 },
    ],
  })
  expect(await entryOf(cost.entryNumber)).toMatchObject({ kind: 'support_cost_charged' })
})

test('the bank converts, and the difference to what the money was carried at is its own line', async () => {
  const conversion = { fromAccountId: euros, given: eur(39_600), intoAccountId: dollars, got: usd(50_000) }
  const terms = { on, document: 'DOC-2' }
  const { entryNumber } = await fundManager.treasury.recordConversion({
    ...conversion,
    ...terms,
    idempotencyKey: key(),
  })
  expect((await entryOf(entryNumber))?.lines).toMatchObject([
    { account: 'cash', amount: eur(-39_600), usdMinor: -49_500 },
    { account: 'conversion', amount: usd(-50_000), usdMinor: -50_000 },
    { account: 'conversion', amount: eur(39_600), usdMinor: 50_000 },
    { account: 'cash', amount: usd(50_000), usdMinor: 50_000 },
    { account: 'fx_difference', usdMinor: -500 },
  ])
  expect(await held(dollars)).toMatchObject({ held: usd(50_000) })
})

test('spends no more than an account holds, in its own currency', async () => {
  const terms = { bankAccountId: euros, on, document: 'DOC-3', idempotencyKey: key() }
  const much = fundManager.treasury.recordSupportCost({ ...terms, amount: eur(39_601) })
  await expect(much).rejects.toMatchObject(refusal('treasury.more_than_held', { amount: '396.00' }))
  const other = fundManager.treasury.recordSupportCost({ ...terms, amount: usd(1) })
  await expect(other).rejects.toMatchObject(refusal('treasury.account_currency', { currency: 'EUR' }))
})

test('what no pledge explains is given to the fund or goes back to the donor', async () => {
  const payment = aPayment({ donorId, bankAccountId: euros, amount: eur(10_000), receivedOn: '2026-10-01' })
  const { id, reference } = await fundManager.payments.record(payment)
  const leftOver = { paymentId: id, on, reason: 'Letter of the donor' }
  await fundManager.payments.giveOverpayment({ ...leftOver, amount: eur(4_000), idempotencyKey: key() })
  const refund = { ...leftOver, bankAccountId: euros }
  await fundManager.payments.refund({ ...refund, amount: eur(6_000), idempotencyKey: key() })
  const story = await fundManager.payments.story({ reference, locale })
  expect(story).toMatchObject({ unallocated: eur(0), usdMinor: 12_500 })
  expect(story.entries.map(({ kind }) => kind)).toEqual(['payment_received', 'overpayment_given', 'payment_refunded'])
  const more = fundManager.payments.refund({ ...refund, amount: eur(1), idempotencyKey: key() })
  await expect(more).rejects.toMatchObject(refusal('payments.more_than_unallocated', { amount: '0.00' }))
  const early = { ...leftOver, on: '2026-09-30', amount: eur(1), idempotencyKey: key() }
  await expect(fundManager.payments.giveOverpayment(early)).rejects.toMatchObject(refusal('payments.before_received'))
})

test('the same key does its work once', async () => {
  const interest = { bankAccountId: dollars, on, document: 'DOC-4', amount: usd(100), idempotencyKey: key() }
  const [first, second] = await Promise.all([
    fundManager.treasury.recordInterest(interest),
    fundManager.treasury.recordInterest(interest),
  ])
  expect(second).toEqual(first)
  const other = fundManager.treasury.recordInterest({ ...interest, amount: usd(101) })
  await expect(other).rejects.toMatchObject(refusal('errors.key_reused'))
})
