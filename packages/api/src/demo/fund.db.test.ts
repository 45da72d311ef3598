import { sql } from '@concert/db/testing/sql'
import { expect, test } from 'vitest'
import { aWorld } from '../../testing/world.ts'
import { fundChecks } from '../fund/checks.ts'
import { inTransaction } from '../transaction.ts'
import { seedDemoFund } from './fund.ts'
import { seedDemoChanges } from './fund-changes.ts'
import { inventRates } from './fund-rates.ts'
import { seedDemoPeople } from './people.ts'
import { aRandom } from './random.ts'

const world = await aWorld({ demonstration: true })
const system = world.contextOf({ kind: 'system', name: 'seed' })
await inTransaction(system, async (trx) => {
  await seedDemoPeople(trx)
  await seedDemoFund(trx, system, aRandom(7))
  await seedDemoChanges(trx, system)
})
const locale = 'en' as const

test('keeps balanced books: every standing check of the fund holds', async () => {
  for (const check of fundChecks) {
    const outcome = await inTransaction(system, (trx) => check.run(trx, world.clock.now))
    expect([check.id, outcome]).toEqual([check.id, { ok: true, found: 0, detail: '' }])
  }
})

test('invents sixty donors and three hundred pledges in twelve currencies or more, and names no real State', async () => {
  const donors = await world.fundManager.donors.records({ locale })
  expect(donors.total).toBe(60)
  expect(donors.rows.every((row) => /^(Donor State|Example) /.test(row.name ?? ''))).toBe(true)
  const { rows } = await sql<{ pledges: number; currencies: number; first: number; last: number; placed: number }>`
    select count(*) as pledges, count(distinct p.currency) as currencies,
      min(extract(year from announced_on))::int as first, max(extract(year from announced_on))::int as last,
      count(d.place_code) as placed
    from pledge p join donor d on d.id = p.donor_id`.execute(world.db)
  expect(rows[0]).toMatchObject({ pledges: 300, first: 2017, last: 2026, placed: 0 })
  expect(rows[0]?.currencies).toBeGreaterThanOrEqual(12)
})

test('every life of a pledge is there, with some overdue and some at each meeting since 2017', async () => {
  const found = async (filter: object) => (await world.fundManager.pledges.rows({ locale, ...filter })).total
  for (const life of [
    'announced',
    'formalised',
    'part_received',
    'received',
    'withdrawn',
    'closed_partly_fulfilled',
  ] as const)
    expect([life, (await found({ life })) > 0]).toEqual([life, true])
  expect(await found({ overdue: true })).toBeGreaterThan(5)
  expect(await found({ kind: 'in_kind' })).toBeGreaterThan(5)
  expect(await found({ kind: 'policy' })).toBeGreaterThan(3)
  const totals = await world.anyone.fund.totals({ locale })
  expect(totals.byMeeting.map((meeting) => meeting.slug)).toEqual(['2017', '2021', '2025'])
  expect(totals.byYear.length).toBe(10)
  const { announcedUsd, formalisedUsd, receivedUsd } = totals.totals
  expect(announcedUsd).toBeGreaterThan(formalisedUsd)
  expect(formalisedUsd).toBeGreaterThan(receivedUsd)
  expect(receivedUsd).toBeGreaterThan(announcedUsd / 4)
})

test('two officers have confirmed, declined and still to decide, and every event of a pledge is there', async () => {
  const { rows } = await world.fundManager.signatures.list({})
  const found = (state: string, kind: string) => rows.filter((row) => row.state === state && row.kind === kind).length
  expect([found('confirmed', 'write_off'), found('open', 'write_off'), found('declined', 'write_off')]).toEqual([
    3, 2, 1,
  ])
  expect([found('confirmed', 'reversal'), found('open', 'reversal')]).toEqual([1, 1])
  expect(new Set(rows.map(({ askedBy }) => askedBy.name)).size).toBe(2)
  for (const kind of [
    'pledge_withdrawn',
    'condition_met',
    'pledge_written_off',
    'interest_received',
    'support_cost_charged',
    'bank_converted',
    'overpayment_given',
    'entry_reversed',
  ] as const) {
    expect([kind, (await world.fundManager.journal.entries({ kind })).total > 0]).toEqual([kind, true])
  }
  const life = 'received' as const
  expect((await world.fundManager.pledges.rows({ locale, kind: 'in_kind', life })).total).toBeGreaterThan(0)
})

test('the same seed invents the same rates', () => {
  expect(inventRates(aRandom(3), '2026-11-24')).toEqual(inventRates(aRandom(3), '2026-11-24'))
  expect(inventRates(aRandom(3), '2026-11-24')).toHaveLength(12 * 119)
})
