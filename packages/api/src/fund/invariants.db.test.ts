import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCommands } from '../../testing/fund-model/commands.ts'
import { playAtOnce, playRun } from '../../testing/fund-model/run.ts'
import { aWorld } from '../../testing/world.ts'

const world = await aWorld()

// A bounded number of runs; `npm run faults -- journal` does a thousand of fifty.
test('whatever officers do, every answer and balance is what a naive model says', { timeout: 120_000 }, async () => {
  let accepted = 0
  await fc.assert(
    fc.asyncProperty(anyCommands(40), async (commands) => {
      accepted += (await playRun(world, commands)).accepted
    }),
    { numRuns: 12 },
  )
  expect(accepted).toBeGreaterThan(80)
})

test('whatever officers do at once, every invariant holds', { timeout: 120_000 }, async () => {
  let accepted = 0
  await fc.assert(
    fc.asyncProperty(anyCommands(24), async (commands) => {
      accepted += (await playAtOnce(world, commands)).accepted
    }),
    { numRuns: 8 },
  )
  expect(accepted).toBeGreaterThan(30)
})
