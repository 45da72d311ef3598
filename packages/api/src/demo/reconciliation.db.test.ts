import { expect, test } from 'vitest'
import { aWorld } from '../../testing/world.ts'
import { reconciliationChecks } from '../reconciliation/checks.ts'
import { inTransaction } from '../transaction.ts'
import { seedDemoFund } from './fund.ts'
import { aRandom } from './random.ts'
import { seedDemoReconciliation } from './reconciliation.ts'

const world = await aWorld({ demonstration: true })
const system = world.contextOf({ kind: 'system', name: 'seed' })
await inTransaction(system, async (trx) => {
  await seedDemoFund(trx, system, aRandom(7))
  await seedDemoReconciliation(trx, system, aRandom(7))
})

test('matches most of the last two years’ payments and leaves some of every other state', async () => {
  const { state, extracts } = await world.fundManager.reconciliation.state()
  expect(extracts).toMatchObject([{ fileName: 'example-extract-2025.csv', from: '2024-01-01', until: '2025-12-31' }])
  expect(state.matched).toBeGreaterThan(2 * (state.unmatchedHere + state.different))
  expect(Math.min(state.unmatchedHere, state.unmatchedThere, state.different)).toBeGreaterThan(0)
  for (const check of reconciliationChecks) {
    expect(await inTransaction(system, (trx) => check.run(trx, world.clock.now))).toMatchObject({ ok: true })
  }
})

test('shows one list of the bank, of invented senders', async () => {
  const { rows } = await world.fundManager.bankLists.list({})
  expect(rows).toMatchObject([{ booked: 6, bookedAlready: 0, leftOut: 1 }])
  const shown = await world.fundManager.bankLists.show({ id: rows[0]?.id ?? '' })
  expect(shown.rows.every(({ sender }) => /^(DONOR STATE|EXAMPLE) /.test(sender))).toBe(true)
})
