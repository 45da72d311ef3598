import { randomUUID } from 'node:crypto'
import { addDays } from '@concert/domain/calendar-date'
import { bucketOf, owedInstalments } from '@concert/domain/instalment-reminders'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { aFund, allOf, anAnnouncement, aPayment, eur, type FundWorld, usd } from '../../testing/fund.ts'
import { aWorld, type World } from '../../testing/world.ts'

const locale = 'en' as const
const today = '2026-11-24'
const key = () => ({ idempotencyKey: randomUUID() })

let world: World
let fund: FundWorld
beforeAll(async () => {
  world = await aWorld()
  fund = await aFund(world)
})

async function aPledge(parts: [days: number, amountMinor: number][], signed?: number, currency = 'USD') {
  const total = parts.reduce((sum, [, amountMinor]) => sum + amountMinor, 0)
  const instalments = parts.map(([days, amountMinor]) => ({
    dueOn: addDays(today, days),
    amount: { amountMinor, currency },
  }))
  const amount = { amountMinor: total, currency }
  const pledge = await world.fundManager.pledges.announce(
    anAnnouncement({ donorId: fund.donorId, amount, instalments }),
  )
  if (signed !== undefined) {
    await world.fundManager.pledges.formalise({
      pledgeId: pledge.id,
      formalisedOn: '2026-10-01',
      amount: { amountMinor: signed, currency },
      evidence: 'Letters',
      conditional: false,
      instalments: null,
      ...key(),
    })
  }
  return pledge
}

const dues = async (reference: string) => {
  const { rows } = await world.fundManager.pledges.due({ locale })
  return rows
    .filter((row) => row.pledgeReference === reference)
    .map((row) => [row.bucket, row.position, row.owed.amountMinor])
}

test('counts what is overdue, due today, within 7 and within 30 days, and nothing later', async () => {
  const { reference } = await aPledge(
    [
      [-3, 10],
      [0, 20],
      [7, 30],
      [30, 40],
      [31, 50],
    ],
    150,
  )
  expect(await dues(reference)).toEqual([
    ['overdue', 1, 10],
    ['due_today', 2, 20],
    ['within_7', 3, 30],
    ['within_30', 4, 40],
  ])
  const { buckets, asOf } = await world.fundManager.pledges.due({ locale })
  expect(asOf).toBe(today)
  expect(buckets).toMatchObject({ due_today: { count: 1, owedUsd: 20 }, within_30: { count: 1, owedUsd: 40 } })
  const only = await world.fundManager.pledges.due({ bucket: 'within_7', locale })
  expect(only.rows.map((row) => row.bucket)).toEqual(['within_7'])
  expect(only.total).toBe(1)
})

test('reminds of nothing that is not owed: announced only, paid, or withdrawn', async () => {
  const announced = await aPledge([[1, 100]])
  const paid = await aPledge(
    [
      [1, 5_000],
      [20, 5_000],
    ],
    10_000,
  )
  const allocations = [allOf(paid.id, usd(7_500))]
  const payment = { donorId: fund.donorId, bankAccountId: fund.dollars, amount: usd(7_500), allocations }
  await world.fundManager.payments.record(aPayment(payment))
  const withdrawn = await aPledge([[1, 100]], 100)
  await world.fundManager.pledges.withdraw({ pledgeId: withdrawn.id, on: today, reason: 'A letter', ...key() })
  expect(await dues(announced.reference)).toEqual([])
  expect(await dues(paid.reference)).toEqual([['within_30', 2, 2_500]])
  expect(await dues(withdrawn.reference)).toEqual([])
})

test('lists instalments of one day in the order of their schedule', async () => {
  for (let pledges = 0; pledges < 5; pledges++) {
    const { reference } = await aPledge(
      [
        [2, 10],
        [2, 20],
        [2, 30],
      ],
      60,
    )
    expect(await dues(reference)).toEqual([
      ['within_7', 1, 10],
      ['within_7', 2, 20],
      ['within_7', 3, 30],
    ])
  }
})

test('an instalment is due up to what is formalised, the oldest first, at the dollars it is carried at', async () => {
  const { reference } = await aPledge(
    [
      [-1, 1_000],
      [5, 1_000],
      [6, 1_000],
    ],
    1_500,
    'EUR',
  )
  const { rows } = await world.fundManager.pledges.due({ locale })
  expect(rows.filter((row) => row.pledgeReference === reference)).toMatchObject([
    { owed: eur(1_000), owedUsd: 1_250, bucket: 'overdue', donorName: 'Donor State A' },
    { owed: eur(500), owedUsd: 625, bucket: 'within_7' },
  ])
})

test('the database owes what the domain says, whatever the schedule', { timeout: 60_000 }, async () => {
  const schedule = fc.array(fc.tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: 1, max: 1_000 })), {
    minLength: 1,
    maxLength: 6,
  })
  await fc.assert(
    fc.asyncProperty(
      schedule,
      fc.integer({ min: 1, max: 130 }),
      fc.integer({ min: 0, max: 100 }),
      async (drawn, percent, share) => {
        const parts = drawn.toSorted(([a], [b]) => a - b)
        const total = parts.reduce((sum, [, amount]) => sum + amount, 0)
        const signed = Math.max(1, Math.floor((total * percent) / 100))
        const pledge = await aPledge(parts, signed)
        const pay = Math.floor((Math.min(signed, total) * share) / 100)
        if (pay > 0) {
          const allocations = [allOf(pledge.id, usd(pay))]
          const payment = { donorId: fund.donorId, bankAccountId: fund.dollars, amount: usd(pay), allocations }
          await world.fundManager.payments.record(aPayment(payment))
        }
        const story = await world.fundManager.pledges.story({ reference: pledge.reference, locale })
        const expected = owedInstalments(story.outstanding ?? usd(0), story.instalments)
          .map((one) => [bucketOf(one.dueOn, today), one.position, one.owed.amountMinor])
          .filter(([bucket]) => bucket !== 'later')
        const found: unknown[] = []
        for (let page = 1; ; page++) {
          const { rows } = await world.fundManager.pledges.due({ page, locale })
          if (rows.length === 0) break
          for (const row of rows) {
            if (row.pledgeReference === pledge.reference) found.push([row.bucket, row.position, row.owed.amountMinor])
          }
        }
        expect(found).toEqual(expected)
      },
    ),
    { numRuns: 12 },
  )
})
