import { sql } from '@concert/db/testing/sql'
import { foots } from '@concert/domain/donor-statement'
import { expect, test } from 'vitest'
import { aWorld } from '../../testing/world.ts'
import { seedDemoFund } from '../demo/fund.ts'
import { seedDemoChanges } from '../demo/fund-changes.ts'
import { seedDemoPeople } from '../demo/people.ts'
import { aRandom } from '../demo/random.ts'
import { inTransaction } from '../transaction.ts'
import { readDonorStatement } from './about-period.ts'

const world = await aWorld({ demonstration: true })
const system = world.contextOf({ kind: 'system', name: 'seed' })
await inTransaction(system, async (trx) => {
  await seedDemoPeople(trx)
  await seedDemoFund(trx, system, aRandom(7))
  await seedDemoChanges(trx, system)
})

test.each([
  ['all years', '2017-01-01', '2026-12-31'],
  ['one year in the middle', '2021-01-01', '2021-12-31'],
  ['a period that begins and ends within months', '2019-05-17', '2024-02-29'],
])('every donor’s statement of %s foots in each currency and in dollars', async (_, from, until) => {
  const donors = await sql<{ id: string }>`select id from donor`.execute(world.db)
  expect(donors.rows.length).toBeGreaterThan(50)
  for (const { id: donorId } of donors.rows) {
    const statement = await inTransaction(system, (trx) => readDonorStatement(trx, { donorId, from, until }))
    expect(statement.rows.filter((row) => !foots(row))).toEqual([])
    expect(statement.totals.filter((row) => !foots(row))).toEqual([])
    expect(foots(statement.usd, statement.usd.exchangeDifference)).toBe(true)
  }
})

test('a statement up to today ends with what the books say is outstanding and received', async () => {
  const { rows } = await sql<{ donor: string; reference: string; outstanding: number; received: number; usd: number }>`
    select p.donor_id as donor, p.reference, b.receivable_minor as outstanding, b.received_minor as received,
      d.outstanding_usd as usd
    from pledge p join pledge_balance b on b.pledge_id = p.id join donor_balance d on d.donor_id = p.donor_id
    where b.receivable_minor > 0 or b.received_minor > 0`.execute(world.db)
  const donors = Map.groupBy(rows, (row) => row.donor)
  expect(donors.size).toBeGreaterThan(20)
  for (const [donorId, pledges] of donors) {
    const period = { donorId, from: '2010-01-01', until: '2026-12-31' }
    const statement = await inTransaction(system, (trx) => readDonorStatement(trx, period))
    const told = statement.rows.filter((row) => row.outstanding > 0 || row.received > 0)
    expect(told.map(({ reference, outstanding, received }) => [reference, outstanding, received]).sort()).toEqual(
      pledges.map(({ reference, outstanding, received }) => [reference, outstanding, received]).sort(),
    )
    expect(statement.usd.outstanding).toBe(pledges[0]?.usd)
  }
})
