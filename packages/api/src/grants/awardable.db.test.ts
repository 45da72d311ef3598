import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aPayment, eur, usd } from '../../testing/fund.ts'
import { anAwardOf, someGrants } from '../../testing/grants.ts'
import { aWorld } from '../../testing/world.ts'
import { inTransaction } from '../transaction.ts'
import { grantChecks } from './checks.ts'

const locale = 'en' as const
const key = () => ({ idempotencyKey: randomUUID() })

async function aFundedWorld() {
  const world = await aWorld()
  const fund = await someGrants(world)
  const free = async (on: string) => (await world.fundManager.grants.awardable({ on })).awardable
  const system = world.contextOf({ kind: 'system', name: 'test' })
  const uncovered = () =>
    inTransaction(system, async (trx) => {
      const check = grantChecks.find(({ id }) => id === 'grants.awards_covered')
      return check?.run(trx, world.clock.now)
    })
  return { world, fund, free, uncovered, second: world.as('fund_manager') }
}

const { world, fund, free, uncovered, second } = await aFundedWorld()
const { fundManager } = world
const tooMuch = (amount: string, date: string) => ({
  cause: expect.objectContaining({ code: 'grants.more_than_free', params: expect.objectContaining({ amount, date }) }),
})

test('an award is at most what is free on its day and later: what stays out is named with the day', async () => {
  expect(await free('2026-10-05')).toEqual({ usdMinor: 1_000_000, on: '2026-10-05' })
  expect(await free('2026-09-30')).toEqual({ usdMinor: 0, on: '2026-09-30' })
  const early = await fund.anApprovedGrant({ amount: usd(1_000) })
  const charge = { bankAccountId: fund.dollars, on: '2026-11-10', amount: usd(400_000), document: 'PSC', ...key() }
  await fundManager.treasury.recordSupportCost(charge)
  expect(await free('2026-10-05')).toEqual({ usdMinor: 600_000, on: '2026-11-10' })
  const large = await fund.anApprovedGrant({ amount: usd(600_001) })
  await expect(fundManager.grants.award(anAwardOf(large))).rejects.toMatchObject(tooMuch('6000.00', '2026-11-10'))
  const asked = await fundManager.grants.award(anAwardOf(early))
  await second.signatures.confirm({ id: asked.id, ...key() })
  expect((await free('2026-10-05')).usdMinor).toBe(599_000)
})

test('money that no pledge explains and a reserve are not free', async () => {
  const payment = aPayment({ donorId: fund.donorId, bankAccountId: fund.dollars, receivedOn: '2026-11-11' })
  await fundManager.payments.record(payment)
  expect((await free('2026-11-11')).usdMinor).toBe(599_000)
  const reserve = { from: '2026-12-01', usdMinor: 99_000, reason: 'Emergencies' }
  await fundManager.grants.setReserve({ ...reserve, ...key() })
  expect(await free('2026-11-12')).toEqual({ usdMinor: 500_000, on: '2026-12-01' })
  expect(await fundManager.grants.awardable({ on: '2026-12-02' })).toMatchObject({
    reserveUsd: 99_000,
    reserves: [{ ...reserve, by: 'A fund_manager' }],
  })
})

test('cutting frees what was payable; paying does not change what is free', async () => {
  const grant = await fund.anAward({ amount: usd(100_000) }, '2026-11-12')
  expect((await free('2026-11-12')).usdMinor).toBe(400_000)
  const paid = { grantId: grant.id, bankAccountId: fund.dollars, on: '2026-11-13', amount: usd(60_000), left: null }
  await fundManager.grants.disburse({ ...paid, document: 'D', ...key() })
  expect((await free('2026-11-13')).usdMinor).toBe(400_000)
  await fundManager.grants.cut({ grantId: grant.id, on: '2026-11-13', amount: usd(40_000), reason: 'Less', ...key() })
  expect((await free('2026-11-13')).usdMinor).toBe(440_000)
})

test('awards in another currency count at their day’s rate', async () => {
  const grant = await fund.anApprovedGrant({ amount: eur(352_001) })
  await expect(fundManager.grants.award(anAwardOf(grant, { on: '2026-11-13' }))).rejects.toMatchObject(
    tooMuch('4400.00', '2026-12-01'),
  )
})

test('two officers who award at once never award more than is free', async () => {
  const grants = await Promise.all([1, 2, 3].map(() => fund.anApprovedGrant({ amount: usd(200_000) })))
  const asked = await Promise.all(
    grants.map((grant) => fundManager.grants.award(anAwardOf(grant, { on: '2026-11-14' }))),
  )
  const outcomes = await Promise.allSettled(asked.map(({ id }) => second.signatures.confirm({ id, ...key() })))
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'fulfilled', 'rejected'])
  const refused = outcomes.find((outcome) => outcome.status === 'rejected')
  expect(refused?.reason).toMatchObject(tooMuch('400.00', '2026-12-01'))
  expect((await free('2026-11-14')).usdMinor).toBe(40_000)
  expect(await uncovered()).toMatchObject({ ok: true })
})

test('a payment that bounced is reversed all the same, and the check turns red with the days', async () => {
  const { rows } = await fundManager.payments.rows({ locale })
  const first = rows.find((row) => row.receivedOn === '2026-10-01')
  const { entries } = await fundManager.payments.story({ reference: first?.reference ?? '', locale })
  const receipt = entries.find((entry) => entry.kind === 'payment_received')
  const { id } = await fundManager.journal.reverse({
    number: receipt?.number ?? 0,
    on: '2026-11-20',
    reason: 'Bounced',
    ...key(),
  })
  await second.signatures.confirm({ id, ...key() })
  expect((await free('2026-11-20')).usdMinor).toBeLessThan(0)
  expect(await uncovered()).toMatchObject({ ok: false, detail: expect.stringContaining('2026-11-20') })
  const grant = await fund.anApprovedGrant({ amount: usd(1) })
  await expect(fundManager.grants.award(anAwardOf(grant, { on: '2026-11-21' }))).rejects.toMatchObject(
    tooMuch('0.00', '2026-12-01'),
  )
})
