import { expect, test } from 'vitest'
import { aWorld } from '../../testing/world.ts'
import { requestChecks } from '../requests/checks.ts'
import { seedDemoRequests } from './requests.ts'

test('a demonstration has requests at several stages, in order, and names only States that agreed', async () => {
  const { db, anyone, coordinator, clock } = await aWorld()
  await db.transaction().execute((trx) => seedDemoRequests(trx, '2026-11-24'))
  const { rows, byStage } = await coordinator.requests.list({ locale: 'en' })
  expect(byStage).toEqual({ received: 2, acknowledged: 3, answered: 4, withdrawn: 1 })
  const faults = await db
    .transaction()
    .execute((trx) => Promise.all(requestChecks.map(async ({ run }) => (await run(trx, clock.now)).detail)))
  expect(faults.filter((fault) => fault !== '')).toEqual([])
  expect(rows.every(({ subject }) => /Example|Exemple|Ejemplo|Пример|مثال/.test(subject))).toBe(true)
  expect(await anyone.requests.named({ code: 'MWI' })).toHaveLength(1)
  expect(await anyone.requests.named({ code: 'KEN' })).toEqual([])
})
