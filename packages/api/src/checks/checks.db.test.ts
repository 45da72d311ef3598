import { sql } from '@concert/db/testing/sql'
import { expect, test } from 'vitest'
import { aWorld } from '../../testing/world.ts'
import { checkWhenDue, keepChecking } from './keep-checking.ts'
import { standingChecks } from './registry.ts'

const world = await aWorld()
const { anyone, administrator, db } = world
const system = world.contextOf({ kind: 'system', name: 'test' })
const day = 24 * 60 * 60 * 1000

test('a server that starts runs every check, and stops in the middle when told', async () => {
  expect((await anyone.checks.list()).every(({ lastRun }) => lastRun === undefined)).toBe(true)
  await keepChecking(system)()
  const stopped = (await anyone.checks.list()).filter(({ lastRun }) => lastRun)
  expect(stopped.length).toBeLessThan(standingChecks.length)
  await checkWhenDue(system, day)
  expect((await anyone.checks.list()).every(({ lastRun }) => lastRun?.ok)).toBe(true)
})

test('runs them again when the last run is a day old, or a check is new, and not before', async () => {
  expect(await checkWhenDue(system, day)).toBe(false)
  world.clock.now = new Date(world.clock.now.getTime() + day + 1)
  expect(await checkWhenDue(system, day)).toBe(true)
  await sql`delete from check_run where check_id = 'journal.entries_balance'`.execute(db)
  expect(await checkWhenDue(system, day)).toBe(true)
})

test('an administrator or a fund manager runs them at any time, and it is known who did', async () => {
  for (const caller of [administrator, world.fundManager]) {
    expect(await caller.checks.run()).toEqual({ ran: standingChecks.length, broken: 0 })
  }
  const { rows } = await sql<{ by: string }>`
    select actor_name as by from audit_row where action = 'checks.ran' order by id`.execute(db)
  expect(rows).toEqual([{ by: 'A administrator' }, { by: 'A fund_manager' }])
})
