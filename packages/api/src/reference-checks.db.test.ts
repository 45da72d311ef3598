import { actAs } from '@concert/db/identity'
import { sql } from '@concert/db/testing/sql'
import { expect, test } from 'vitest'
import { aWorld } from '../testing/world.ts'
import type { CheckOutcome } from './checks/standing-check.ts'
import { referenceChecks } from './reference-checks.ts'

const world = await aWorld()

function run(id: string): Promise<CheckOutcome | undefined> {
  return world.db.transaction().execute(async (trx) => {
    await actAs(trx, { kind: 'system', name: 'check' })
    return referenceChecks.find((check) => check.id === id)?.run(trx, world.clock.now)
  })
}

test.each(referenceChecks.map((check) => check.id))('%s holds for what ships', async (id) => {
  expect(await run(id)).toEqual({ ok: true, found: 0, detail: '' })
})

test('a third chair of a year is brought before a coordinator', async () => {
  const { id } = await world.db.selectFrom('agency').select('id').where('slug', '=', 'ilo').executeTakeFirstOrThrow()
  await world.db
    .insertInto('agency_membership')
    .values({
      agency_id: id,
      role: 'chair',
      from_on: '2023-01-01',
      until_on: '2024-12-31',
      source: 'x',
      basis: 'sourced',
    })
    .execute()
  expect(await run('reference.chairs_are_at_most_two')).toEqual({ ok: false, found: 2, detail: '2023, 2024' })
})

test('a role held twice at once is refused by the database, and found where it got past it', async () => {
  const { id } = await world.db.selectFrom('agency').select('id').where('slug', '=', 'ilo').executeTakeFirstOrThrow()
  const again = world.db.insertInto('agency_membership').values({
    agency_id: id,
    role: 'chair',
    from_on: '2024-01-01',
    until_on: '2024-12-31',
    source: 'x',
    basis: 'sourced',
  })
  await expect(again.execute()).rejects.toThrow('agency_membership_held_once')
  await sql`alter table agency_membership drop constraint agency_membership_held_once`.execute(world.db)
  await again.execute()
  expect((await run('reference.roles_are_held_once'))?.found).toBe(1)
})

test('a circle of places, a blank source and a wrong count are found', async () => {
  await world.db.updateTable('place').set({ parent_code: '034' }).where('code', '=', '142').execute()
  await world.db.updateTable('meeting').set({ source: ' ' }).where('slug', '=', '2017').execute()
  await world.db
    .insertInto('activity_tally')
    .values({ scope: 'public', dimension: 'paragraph', key: '12', count: 1 })
    .execute()
  expect((await run('reference.places_lie_in_the_world'))?.ok).toBe(false)
  expect((await run('reference.rows_have_sources'))?.detail).toBe('meeting 2017')
  expect((await run('reference.answers_equal_the_log'))?.detail).toBe('public 12: 1 ≠ 0')
})
