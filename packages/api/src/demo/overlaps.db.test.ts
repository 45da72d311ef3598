import { expect, test } from 'vitest'
import { aWorld } from '../../testing/world.ts'
import { findOverlaps } from '../overlaps/find-overlaps.ts'
import { seedDemoActivities } from './activities.ts'
import { seedDemoOverlaps } from './overlaps.ts'
import { aRandom } from './random.ts'

test('the list of a demonstration does not start empty, and to compare the whole log keeps what is settled', async () => {
  const world = await aWorld()
  await world.db.transaction().execute(async (trx) => {
    await seedDemoActivities(trx, aRandom(71319), '2026-11-24')
    await seedDemoOverlaps(trx, world.clock.now)
  })
  const list = (state: 'open' | 'settled') => world.coordinator.overlaps.list({ state })
  expect((await list('settled')).total).toBe(6)
  const { total: before, rows } = await list('open')
  expect(rows.map(({ join }) => join?.state)).toContain('proposed')

  const system = world.contextOf({ kind: 'system', name: 'test' })
  const heard: number[] = []
  const found = await findOverlaps(system, (compared) => heard.push(compared))
  expect(found.settled).toBe(6)
  expect(found.open).toBeGreaterThanOrEqual(before)
  expect(heard.at(-1)).toBe(found.compared)
  const { open, settled } = await findOverlaps(system)
  expect({ open, settled }).toEqual({ open: found.open, settled: found.settled })
}, 60_000)
