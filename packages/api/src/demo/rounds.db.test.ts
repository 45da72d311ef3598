import { expect, test } from 'vitest'
import { aWorld } from '../../testing/world.ts'
import { roundsChecks } from '../rounds/checks.ts'
import { inTransaction } from '../transaction.ts'
import { seedDemonstration } from './seed-demonstration.ts'

test('shows an open round half-way, a closed one, and reports that are complete', async () => {
  const world = await aWorld({ demonstration: true })
  const system = world.contextOf({ kind: 'system', name: 'seed' })
  await seedDemonstration(system)
  const { own, counts, round } = await world.focalPoint.rounds.show({})
  expect(round?.closedAt).toBeNull()
  expect(counts.received).toBe(3)
  const answered = own?.activities.filter(({ answer }) => answer !== null).length ?? 0
  expect(answered).toBeGreaterThan(0)
  expect(answered).toBeLessThan(own?.activities.length ?? 0)
  expect((await world.focalPoint.rounds.list()).map(({ closedAt }) => closedAt === null)).toEqual([true, false])
  const found = await inTransaction(system, (trx) =>
    Promise.all(roundsChecks.map((check) => check.run(trx, world.clock.now))),
  )
  expect(found).toEqual([{ ok: true, found: 0, detail: '' }])
}, 60_000)
