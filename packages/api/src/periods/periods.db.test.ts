import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aFund, allOf, anAnnouncement, aPayment, eur, usd } from '../../testing/fund.ts'
import { aWorld } from '../../testing/world.ts'
import { fundChecks } from '../fund/checks.ts'
import { inTransaction } from '../transaction.ts'

const world = await aWorld()
const { fundManager } = world
const secondOfficer = world.as('fund_manager')
const { donorId, dollars, euros } = await aFund(world)
const locale = 'en' as const
const key = () => randomUUID()
const system = world.contextOf({ kind: 'system', name: 'test' })

async function expectInvariants(): Promise<void> {
  for (const check of fundChecks) {
    const outcome = await inTransaction(system, (trx) => check.run(trx, world.clock.now))
    expect([check.id, outcome]).toEqual([check.id, { ok: true, found: 0, detail: '' }])
  }
}

async function aEuroPledge(minor: number) {
  const pledge = await fundManager.pledges.announce(anAnnouncement({ donorId, amount: eur(minor) }))
  const terms = { formalisedOn: '2026-09-10', evidence: 'Letters', instalments: null, conditional: false }
  await fundManager.pledges.formalise({ ...terms, pledgeId: pledge.id, amount: eur(minor), idempotencyKey: key() })
  return pledge
}

const standing = async (until: string) => {
  const statement = await fundManager.statement.show({ from: '2026-01-01', until })
  return Object.fromEntries(statement.standing.map(({ id, closingUsd }) => [id, closingUsd]))
}

// Formalised at 0.9, so EUR 900 at USD 1,000; EUR 450 paid before the closing, EUR 90 after it.
const pledge = await aEuroPledge(90_000)
const paid = aPayment({ donorId, bankAccountId: euros, amount: eur(45_000), receivedOn: '2026-09-20' })
await fundManager.payments.record({ ...paid, allocations: [allOf(pledge.id, eur(45_000))] })
const open = aPayment({ donorId, bankAccountId: euros, amount: eur(9_000), receivedOn: '2026-09-21' })
const bounced = await fundManager.payments.record(open)
await fundManager.rates.record({
  currency: 'EUR',
  on: '2026-10-31',
  unitsPerUsd: '0.75',
  source: 'Test',
  idempotencyKey: key(),
})
const late = aPayment({ donorId, bankAccountId: euros, amount: eur(9_000), receivedOn: '2026-11-05' })
await fundManager.payments.record({ ...late, allocations: [allOf(pledge.id, eur(9_000))] })

test('says before it is booked what a closing would book', async () => {
  const preview = await fundManager.periods.preview({ until: '2026-10-31' })
  expect(preview.rows).toMatchObject([
    { account: 'cash', currency: 'EUR', subjects: 1, amountMinor: 54_000, carriedUsd: 60_000, closingUsd: 72_000 },
    { account: 'receivable', subjects: 1, amountMinor: 45_000, carriedUsd: 50_000, closingUsd: 60_000 },
    { account: 'unallocated', subjects: 1, amountMinor: -9_000, carriedUsd: -10_000, closingUsd: -12_000 },
  ])
  // Of the receivable's gain of USD 100, a fifth belongs to what was paid after the closing day.
  expect(preview).toMatchObject({ differenceUsd: 20_000, takenBackUsd: -2_000, refusals: [] })
  expect(preview.left).toEqual({ unallocatedPayments: 1, overdueAfter: 0 })
})

test('refuses a day to come, a currency without a rate, and what waits for a second signature', async () => {
  const close = (until: string) => fundManager.periods.close({ until, idempotencyKey: key() })
  await expect(close('2026-11-25')).rejects.toMatchObject({ cause: { code: 'periods.in_future' } })

  const yen = { donorId, announcedOn: '2026-09-02', amount: { amountMinor: 5_000, currency: 'JPY' } }
  const { id } = await fundManager.pledges.announce(anAnnouncement(yen))
  const terms = { formalisedOn: '2026-09-03', evidence: 'Letters', instalments: null, conditional: false }
  await fundManager.pledges.formalise({ ...terms, pledgeId: id, amount: yen.amount, idempotencyKey: key() })
  const stale = close('2026-11-20')
  await expect(stale).rejects.toMatchObject({ cause: { code: 'periods.rates_missing', params: { currencies: 'JPY' } } })

  const request = { pledgeId: id, on: '2026-10-15', reason: 'Gone', amount: yen.amount, idempotencyKey: key() }
  const asked = await fundManager.pledges.writeOff(request)
  await expect(close('2026-10-31')).rejects.toMatchObject({ cause: { code: 'periods.signatures_open' } })
  await secondOfficer.signatures.confirm({ id: asked.id, idempotencyKey: key() })
})

test('carries every balance at the closing rate, books nothing up to that day any more, and every check holds', async () => {
  const preview = await fundManager.periods.preview({ until: '2026-10-31' })
  const before = await standing('2026-10-31')
  const request = { until: '2026-10-31', idempotencyKey: key() }
  const closed = await fundManager.periods.close(request)
  expect(await fundManager.periods.close(request)).toEqual(closed)

  const after = await standing('2026-10-31')
  expect(after).toMatchObject({ cash: 72_000, receivable: 60_000, unallocated: -12_000 })
  const { fund } = await fundManager.statement.show({ from: '2026-01-01', until: '2026-10-31' })
  expect(fund.movements).toContainEqual({ id: 'revaluation', usdMinor: preview.differenceUsd })
  expect(Object.values(after).reduce((a, b) => a + b) - Object.values(before).reduce((a, b) => a + b)).toBe(20_000)

  const { outstanding } = await fundManager.pledges.story({ reference: pledge.reference, locale })
  expect(outstanding).toEqual(eur(36_000))
  const record = await fundManager.donors.record({ id: donorId, locale })
  expect(record.outstandingUsd).toBe(48_000)
  expect((await world.anyone.fund.totals({ locale })).totals.outstandingUsd).toBe(48_000)
  await expectInvariants()

  const early = fundManager.payments.record(aPayment({ donorId, bankAccountId: dollars, receivedOn: '2026-10-31' }))
  await expect(early).rejects.toMatchObject({ cause: { code: 'journal.period_closed' } })
  const [period] = await fundManager.periods.list()
  expect(period).toMatchObject({ until: '2026-10-31', entryNumber: closed.entryNumber, closedBy: 'A fund_manager' })
})

test('refuses to close a closed day again, and books nothing where nothing changed its worth', async () => {
  const again = fundManager.periods.close({ until: '2026-10-31', idempotencyKey: key() })
  await expect(again).rejects.toMatchObject({ cause: { code: 'periods.closed_already' } })
  const next = await fundManager.periods.close({ until: '2026-11-04', idempotencyKey: key() })
  expect((await fundManager.periods.preview({ until: '2026-11-23' })).differenceUsd).toBe(0)
  expect(next.until).toBe('2026-11-04')
  await expectInvariants()
})

test('a payment that bounced can be reversed after its money was revalued', async () => {
  const { entries } = await fundManager.payments.story({ reference: bounced.reference, locale })
  const receipt = entries.find(({ kind }) => kind === 'payment_received')?.number ?? 0
  const request = { number: receipt, on: '2026-11-20', reason: 'Bounced', idempotencyKey: key() }
  const asked = await fundManager.journal.reverse(request)
  await secondOfficer.signatures.confirm({ id: asked.id, idempotencyKey: key() })
  expect((await standing('2026-12-31')).unallocated).toBe(0)
  await expectInvariants()
})

test('an agreement that was a mistake can be reversed after it was revalued', async () => {
  const mistaken = await aEuroPledgeOn('2026-11-06')
  await fundManager.rates.record({
    currency: 'EUR',
    on: '2026-11-10',
    unitsPerUsd: '0.7',
    source: 'Test',
    idempotencyKey: key(),
  })
  await fundManager.periods.close({ until: '2026-11-10', idempotencyKey: key() })
  const { entries } = await fundManager.pledges.story({ reference: mistaken.reference, locale })
  const number = entries.find(({ kind }) => kind === 'pledge_formalised')?.number ?? 0
  const request = { number, on: '2026-11-20', reason: 'Mistaken', idempotencyKey: key() }
  const asked = await fundManager.journal.reverse(request)
  await secondOfficer.signatures.confirm({ id: asked.id, idempotencyKey: key() })
  const { outstanding } = await fundManager.pledges.story({ reference: mistaken.reference, locale })
  expect(outstanding).toEqual(eur(0))
  await expectInvariants()
})

async function aEuroPledgeOn(on: string) {
  const mistaken = await fundManager.pledges.announce(anAnnouncement({ donorId, announcedOn: on, amount: eur(1_001) }))
  const terms = { formalisedOn: on, evidence: 'Letters', instalments: null, conditional: false }
  await fundManager.pledges.formalise({ ...terms, pledgeId: mistaken.id, amount: eur(1_001), idempotencyKey: key() })
  return mistaken
}

test('dollars are never revalued', async () => {
  const preview = await fundManager.periods.preview({ until: '2026-11-23' })
  expect(preview.rows.map(({ currency }) => currency)).not.toContain(usd(0).currency)
})
