import { findWrongTallies, sumActivityTallies } from '@concert/db/activity-tallies'
import { sql } from '@concert/db/testing/sql'
import { expect, test } from 'vitest'
import { aWorld } from '../../testing/world.ts'
import { activitiesChecks } from '../activities/checks.ts'
import { inTransaction } from '../transaction.ts'
import { seedDemoActivities } from './activities.ts'
import { aRandom } from './random.ts'

const world = await aWorld({ demonstration: true })
const system = world.contextOf({ kind: 'system', name: 'seed' })
await inTransaction(system, (trx) => seedDemoActivities(trx, aRandom(7), '2026-11-24'))

test('makes two thousand activities over eight years, all of which say that they are examples', async () => {
  const { rows } = await sql<{ all: number; examples: number; first: number; last: number; languages: number }>`
    select count(*) as all, count(*) filter (where title @? '$[*] ? (@.text starts with "Example: ")') as examples,
      min(extract(year from start_on))::int as first, max(extract(year from start_on))::int as last,
      (select count(distinct t ->> 'language') from activity, jsonb_array_elements(title) t) as languages
    from activity`.execute(world.db)
  expect(rows[0]).toEqual({ all: 2000, examples: 2000, first: 2019, last: 2026, languages: 6 })
})

test('spreads them over agencies, pillars, regions, kinds and statuses, most of them public', async () => {
  const counts = await sumActivityTallies(world.db, 'public')
  expect(counts.total).toBeGreaterThan(1600)
  expect(counts.byAgency.length).toBeGreaterThan(10)
  expect(counts.byPillar).toHaveLength(4)
  expect(counts.byRegion.length).toBeGreaterThanOrEqual(5)
  expect(counts.byKind).toHaveLength(10)
  expect(counts.byStatus).toHaveLength(4)
  expect(counts.byYear).toHaveLength(8)
})

test('keeps every standing check, with a few activities whose focal point is to be asked', async () => {
  expect(await findWrongTallies(world.db)).toEqual([])
  for (const check of activitiesChecks) {
    const outcome = await inTransaction(system, (trx) => check.run(trx, new Date('2026-11-24T09:00:00Z')))
    if (check.severity !== 'asks') expect(outcome, check.id).toMatchObject({ ok: true, found: 0 })
    else expect(outcome.found, check.id).toBeGreaterThan(0)
  }
})
