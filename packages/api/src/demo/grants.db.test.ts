import { sql } from '@concert/db/testing/sql'
import { grantLives } from '@concert/domain/grant'
import { expect, test } from 'vitest'
import { aWorld } from '../../testing/world.ts'
import { fundChecks } from '../fund/checks.ts'
import { grantChecks } from '../grants/checks.ts'
import { inTransaction } from '../transaction.ts'
import { seedDemonstration } from './seed-demonstration.ts'

const world = await aWorld({ demonstration: true })
const system = world.contextOf({ kind: 'system', name: 'seed' })
await seedDemonstration(system)
const locale = 'en' as const
const { fundManager, anyone } = world

test('grants that the invented fund can afford: every standing check of both holds', async () => {
  for (const check of [...fundChecks, ...grantChecks]) {
    const outcome = await inTransaction(system, (trx) => check.run(trx, world.clock.now))
    expect([check.id, outcome]).toEqual([check.id, { ok: true, found: 0, detail: '' }])
  }
})

test('some forty grants in every state but one wholly cut, and in every visibility', async () => {
  const found = async (filter: object) => (await fundManager.grants.rows({ locale, ...filter })).total
  expect(await found({})).toBe(42)
  for (const life of grantLives.filter((one) => one !== 'cancelled')) {
    expect([life, (await found({ life })) > 0]).toEqual([life, true])
  }
  for (const visibility of ['public', 'region_only', 'withheld'] as const) {
    expect([visibility, (await found({ visibility })) >= 3]).toEqual([visibility, true])
  }
})

test('some are paid in a local currency, some cut, some refunded, and one award waits for its second officer', async () => {
  const { rows } = await sql<{ kind: string; n: number }>`
    select e.kind, count(distinct e.number) as n from journal_entry e join journal_line l on l.entry_number = e.number
    where l.grant_id is not null and (e.kind <> 'grant_disbursed' or l.account = 'conversion') group by 1`.execute(
    world.db,
  )
  const counts = new Map(rows.map(({ kind, n }) => [kind, n]))
  for (const kind of ['grant_awarded', 'grant_disbursed', 'grant_cut', 'grant_refunded']) {
    expect([kind, (counts.get(kind) ?? 0) > 0]).toEqual([kind, true])
  }
  const { rows: asked } = await fundManager.signatures.list({ state: 'open' })
  expect(asked.filter(({ kind }) => kind === 'award')).toHaveLength(1)
})

test('anyone sees the public ones, those of a region, and withheld ones in pools of three or more', async () => {
  const overview = await anyone.grants.overview({ locale })
  expect(overview.calls).toHaveLength(6)
  expect(overview.withheld).toBeGreaterThanOrEqual(3)
  expect((await anyone.grants.list({ locale })).length).toBeGreaterThan(15)
})
