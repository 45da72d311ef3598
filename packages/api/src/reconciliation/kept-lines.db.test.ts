import { randomUUID } from 'node:crypto'
import { findWrongLines } from '@concert/db/reconciliation-checks'
import { sql } from '@concert/db/testing/sql'
import { expect, test } from 'vitest'
import { aFund, aPayment, usd } from '../../testing/fund.ts'
import { aWorld } from '../../testing/world.ts'
import { importExtract } from './import-extract.ts'

const october = { from: '2026-10-01', until: '2026-10-31' }
const anExtract = (...lines: string[]) => ({
  name: 'extract.csv',
  bytes: new TextEncoder().encode(['document number,posting date,kind,amount,currency,usd,text', ...lines].join('\n')),
})

async function aReconciliation() {
  const world = await aWorld()
  const fund = await aFund(world)
  const officer = world.contextOf({
    ...{ kind: 'person', userId: randomUUID(), name: 'An officer', agencyId: null },
    roles: ['fund_manager'],
  })
  const kept = async () => {
    expect(await findWrongLines(world.db)).toEqual([])
    const { rows } = await sql<{ document: string | null; number: number | null; state: string }>`
      select document, entry_number as number, state from reconciliation_line
      order by document nulls last, entry_number`.execute(world.db)
    return rows
  }
  return { world, fund, officer, kept }
}

test('the lines that are kept follow a document and an entry through everything that can befall them', async () => {
  const { world, fund, officer, kept } = await aReconciliation()
  const { fundManager } = world
  const payment = aPayment({
    ...{ donorId: fund.donorId, bankAccountId: fund.dollars, receivedOn: '2026-10-05', amount: usd(1_000) },
    ...{ fee: usd(20), document: 'A 1' },
  })
  await fundManager.payments.record(payment)
  const [charge, receipt] = (await kept()).map(({ number }) => number)
  expect(await kept()).toHaveLength(2)
  expect(charge).toBe(receipt)
  const number = receipt ?? 0

  await importExtract(officer, anExtract('A 1,2026-10-05,CONTRIBUTION,10,USD,10,'), october)
  expect(await kept()).toEqual([
    { document: 'A 1', number, state: 'matched' },
    { document: null, number, state: 'only_here' },
  ])

  await importExtract(officer, anExtract('A 1,2026-10-06,CONTRIBUTION,11,USD,11,'), october)
  expect(await kept()).toMatchObject([{ document: 'A 1', number, state: 'different' }, { state: 'only_here' }])

  await importExtract(officer, anExtract('A 1,2026-10-06,BANK_CHARGE,0.20,USD,0.20,'), october)
  const again = await kept()
  expect(again.map(({ state }) => state).toSorted()).toEqual(['matched', 'only_here'])

  const { id } = await fundManager.journal.reverse({
    ...{ number, on: '2026-11-02', reason: 'It bounced', idempotencyKey: randomUUID() },
  })
  await world.as('fund_manager').signatures.confirm({ id, idempotencyKey: randomUUID() })
  expect(await kept()).toEqual([{ document: 'A 1', number: null, state: 'only_there' }])
})

test('a match that an officer makes and takes apart is on the kept lines at once', async () => {
  const { world, fund, officer, kept } = await aReconciliation()
  const { payments, reconciliation } = world.fundManager
  const { donorId, dollars: bankAccountId } = fund
  await payments.record(aPayment({ donorId, bankAccountId, receivedOn: '2026-10-05', amount: usd(1_000) }))
  await importExtract(officer, anExtract('A 1,2026-10-20,CONTRIBUTION,11,USD,11,'), october)
  const apart = await kept()
  expect(apart.map(({ state }) => state)).toEqual(['only_there', 'only_here'])
  const entryNumber = apart[1]?.number ?? 0
  await reconciliation.match({ document: 'A 1', entryNumber, reason: 'A fee', idempotencyKey: randomUUID() })
  expect(await kept()).toEqual([{ document: 'A 1', number: entryNumber, state: 'different' }])
  const matchId = (await reconciliation.lines({ state: 'different', locale: 'en' })).rows[0]?.match?.id ?? ''
  await reconciliation.unmatch({ matchId, reason: 'Another one', idempotencyKey: randomUUID() })
  expect(await kept()).toEqual(apart)
})

test('a kept line or sum that is wrong is found, and made right from its sources', async () => {
  const { world, fund, kept } = await aReconciliation()
  const { donorId, dollars: bankAccountId } = fund
  await world.fundManager.payments.record(aPayment({ donorId, bankAccountId, amount: usd(1_000) }))
  const [line] = await kept()
  await sql`update reconciliation_line set here_usd = here_usd + 1`.execute(world.db)
  expect(await findWrongLines(world.db)).toContain(`${line?.number} CONTRIBUTION`)
  await sql`select rebuild_reconciliation_lines()`.execute(world.db)
  expect(await kept()).toEqual([line])
  await sql`update reconciliation_tally set lines = lines + 1`.execute(world.db)
  expect(await findWrongLines(world.db)).toHaveLength(1)
})
