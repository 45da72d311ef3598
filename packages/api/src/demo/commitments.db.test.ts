import { expect, test } from 'vitest'
import { aWorld } from '../../testing/world.ts'
import { commitmentChecks } from '../commitments/checks.ts'
import { indicatorChecks } from '../indicators/checks.ts'
import { inTransaction } from '../transaction.ts'
import { seedDemonstration } from './seed-demonstration.ts'

const world = await aWorld({ demonstration: true })
const system = world.contextOf({ kind: 'system', name: 'seed' })
await seedDemonstration(system)
const { anyone } = world

test('a demonstration shows a series whose definition changes, marked as an example', async () => {
  const { observations } = await anyone.indicators.get({ slug: 'officials-trained' })
  expect(new Set(observations.map(({ definition }) => definition))).toEqual(new Set([1, 2]))
  expect(new Set(observations.map(({ source }) => source))).toEqual(new Set(['Example']))
})

test('a demonstration has evidence that anyone sees, and a status where the group itself is asked', async () => {
  const { evidence } = await anyone.commitments.get({ instrument: 'declaration-2017', number: '12' })
  expect(evidence).toHaveLength(1)
  const { commitment } = await anyone.commitments.get({ instrument: 'declaration-2017', number: '13' })
  expect(commitment.statuses).toMatchObject([{ addressee: 'icat', status: 'under_way' }])
})

test('every standing check of the commitments holds in a demonstration', async () => {
  for (const check of [...commitmentChecks, ...indicatorChecks]) {
    const outcome = await inTransaction(system, (trx) => check.run(trx, world.clock.now))
    expect([check.id, outcome]).toEqual([check.id, { ok: true, found: 0, detail: '' }])
  }
})
