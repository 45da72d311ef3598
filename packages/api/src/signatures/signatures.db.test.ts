import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aFund, allOf, anAnnouncement, aPayment, usd } from '../../testing/fund.ts'
import { aWorld } from '../../testing/world.ts'

const world = await aWorld()
const { fundManager } = world
const { donorId, dollars } = await aFund(world)
const secondOfficer = world.as('fund_manager')
const locale = 'en' as const
const on = '2026-11-20'
const key = () => randomUUID()

async function aPaidPledge() {
  const { id, reference } = await fundManager.pledges.announce(anAnnouncement({ donorId }))
  const terms = { formalisedOn: '2026-09-10', evidence: 'Letters', instalments: null, conditional: false }
  await fundManager.pledges.formalise({ ...terms, pledgeId: id, amount: usd(100_000), idempotencyKey: key() })
  const payment = aPayment({ donorId, bankAccountId: dollars, allocations: [allOf(id, usd(50_000))] })
  return { id, reference, payment: await fundManager.payments.record(payment) }
}

test('a pledge and a payment list what waits on them, and on the entries about them', async () => {
  const { id: pledgeId, reference, payment } = await aPaidPledge()
  const other = await aPaidPledge()
  const reason = 'Example'
  const off = { pledgeId, on, reason, amount: usd(10_000), idempotencyKey: key() }
  const writeOff = await fundManager.pledges.writeOff(off)
  const { entries } = await fundManager.payments.story({ reference: payment.reference, locale })
  const receipt = entries.find(({ kind }) => kind === 'payment_received')?.number ?? 0
  const reversal = await fundManager.journal.reverse({ number: receipt, on, reason, idempotencyKey: key() })

  const idsOf = async (filter: object) => (await fundManager.signatures.list(filter)).rows.map(({ id }) => id)
  expect(await idsOf({ pledgeId })).toEqual([writeOff.id])
  expect(await idsOf({ paymentId: payment.id })).toEqual([reversal.id])
  expect(await idsOf({ pledgeId: other.id })).toEqual([])
  const { rows } = await fundManager.signatures.list({ paymentId: payment.id })
  expect(rows).toMatchObject([{ kind: 'reversal', mirrors: 'payment_received', amount: null }])
  expect((await fundManager.pledges.story({ reference, locale })).outstanding).toEqual(usd(50_000))
})

test('counts for each officer what the others asked', async () => {
  const waiting = await secondOfficer.signatures.waiting()
  expect(waiting).toBeGreaterThan(0)
  const { id } = await aPaidPledge()
  const off = { pledgeId: id, on, reason: 'Example', amount: usd(1), idempotencyKey: key() }
  const asked = await secondOfficer.pledges.writeOff(off)
  expect(await secondOfficer.signatures.waiting()).toBe(waiting)
  expect(await fundManager.signatures.waiting()).toBe(1)
  await fundManager.signatures.confirm({ id: asked.id, idempotencyKey: key() })
  expect(await fundManager.signatures.waiting()).toBe(0)
})
