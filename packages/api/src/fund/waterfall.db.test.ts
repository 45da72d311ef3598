import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aFund, allOf, anAnnouncement, aPayment, eur, usd } from '../../testing/fund.ts'
import { aWorld } from '../../testing/world.ts'

const world = await aWorld()
const { fundManager, anyone } = world
const { donorId, dollars, euros } = await aFund(world)
const secondOfficer = world.as('fund_manager')
const locale = 'en' as const
const on = '2026-10-15'
const key = () => randomUUID()

async function show() {
  const { value, proof } = await anyone.figures.show({ id: 'fund.naive_sum' })
  return { value, steps: Object.fromEntries((proof.steps ?? []).map(({ id, usdMinor }) => [id, usdMinor])) }
}

test('shows what was not counted twice, to the cent of the official total', async () => {
  const pledge = await fundManager.pledges.announce(anAnnouncement({ donorId, amount: usd(100_000) }))
  const terms = { formalisedOn: '2026-10-01', evidence: 'Letters', instalments: null, conditional: false }
  await fundManager.pledges.formalise({ ...terms, pledgeId: pledge.id, amount: usd(80_000), idempotencyKey: key() })
  const payment = aPayment({ donorId, bankAccountId: dollars, amount: usd(70_000) })
  const { id: paymentId } = await fundManager.payments.record({
    ...payment,
    allocations: [allOf(pledge.id, usd(50_000))],
  })
  const reason = { on, reason: 'Letter' }
  await fundManager.payments.giveOverpayment({ ...reason, paymentId, amount: usd(7_000), idempotencyKey: key() })
  const refund = { ...reason, paymentId, bankAccountId: dollars, amount: usd(3_000), idempotencyKey: key() }
  await fundManager.payments.refund(refund)
  await fundManager.pledges.withdraw({ ...reason, pledgeId: pledge.id, idempotencyKey: key() })

  expect(await show()).toEqual({
    value: 100_000 + 80_000 + 70_000,
    steps: {
      announcement_changed: -20_000,
      reduced: -30_000,
      refunded: -3_000,
      given: -7_000,
      unmatched: -10_000,
      formalised_again: -50_000,
      received_again: -50_000,
      official: 80_000,
    },
  })
  const { totals } = await anyone.fund.totals({ locale })
  expect(totals.announcedUsd).toBe(80_000)
})

test('what was reversed as a mistake is in neither number', async () => {
  const before = await show()
  const payment = aPayment({ donorId, bankAccountId: euros, amount: eur(8_000) })
  const { reference } = await fundManager.payments.record(payment)
  const { entries } = await fundManager.payments.story({ reference, locale })
  const asked = { number: entries[0]?.number ?? 0, on, reason: 'Bounced', idempotencyKey: key() }
  const { id } = await fundManager.journal.reverse(asked)
  await secondOfficer.signatures.confirm({ id, idempotencyKey: key() })
  expect(await show()).toEqual(before)
})
