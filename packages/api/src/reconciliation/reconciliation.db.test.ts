import { randomUUID } from 'node:crypto'
import { readReconciliationState, sumReconciliationStates } from '@concert/db/reconciliation'
import { sql } from '@concert/db/testing/sql'
import { describe, expect, test } from 'vitest'
import { aFund, aPayment, eur, usd } from '../../testing/fund.ts'
import { aWorld, type World } from '../../testing/world.ts'
import { inTransaction } from '../transaction.ts'
import { importExtract } from './import-extract.ts'
import { previewExtract } from './preview-extract.ts'

const header = 'document number,posting date,kind,amount,currency,usd,text'
const anExtract = (...lines: string[]) => ({
  name: 'extract.csv',
  bytes: new TextEncoder().encode([header, ...lines].join('\n')),
})
const october = { from: '2026-10-01', until: '2026-10-31' }

async function aReconciliation() {
  const world = await aWorld()
  const fund = await aFund(world)
  const officer = world.contextOf({
    ...{ kind: 'person', userId: randomUUID(), name: 'An officer', agencyId: null },
    roles: ['fund_manager'],
  })
  const record = async (over: Partial<Parameters<typeof aPayment>[0]> = {}) => {
    const { donorId, dollars: bankAccountId } = fund
    return (await world.fundManager.payments.record(aPayment({ donorId, bankAccountId, ...over }))).reference
  }
  const stateAt = (day: string) => inTransaction(officer, (trx) => readReconciliationState(trx, day))
  const linesIn = async (state: 'matched' | 'only_here' | 'only_there' | 'different') =>
    (await world.fundManager.reconciliation.lines({ state, locale: 'en' })).rows
  return { world, fund, officer, record, stateAt, linesIn }
}

async function provisional({ db }: World, reference: string): Promise<boolean | undefined> {
  const { rows } = await sql<{
    is: boolean
  }>`select provisional as is from payment where reference = ${reference}`.execute(db)
  return rows[0]?.is
}

const entryOf = async ({ db }: World, reference: string) => {
  const { rows } = await sql<{ number: number }>`
    select l.entry_number as number from journal_line l join payment m on m.id = l.payment_id
    where m.reference = ${reference} and l.account = 'unallocated' order by 1 limit 1`.execute(db)
  return rows[0]?.number ?? 0
}

test('matches what is certain, leaves the rest to an officer, and says how far the books agree', async () => {
  const { world, fund, officer, record, stateAt, linesIn } = await aReconciliation()
  const named = await record({ document: '5100001', receivedOn: '2026-10-02', amount: usd(1_000) })
  const fitting = await record({ receivedOn: '2026-10-05', amount: usd(2_000) })
  const lacking = await record({ receivedOn: '2026-10-20', amount: usd(3_000) })
  const wrong = await record({
    document: '5100004',
    receivedOn: '2026-10-10',
    amount: eur(4_000),
    bankAccountId: fund.euros,
  })
  const earlier = await record({ receivedOn: '2026-09-15', amount: usd(9_000) })
  expect(await stateAt('2026-11-24')).toMatchObject({ reconciledTo: null, differenceUsd: 0 })

  const file = anExtract(
    '5100001,2026-10-09,CONTRIBUTION,10,USD,10,',
    '5100002,2026-10-07,CONTRIBUTION,20,USD,20,',
    '5100003,2026-10-25,INTEREST,1.50,USD,1.50,October',
    '5100004,2026-10-10,CONTRIBUTION,40,EUR,49.99,',
  )
  expect(await previewExtract(officer, file, october)).toMatchObject({ new: 4, changed: 0, same: 0, isKnown: false })
  expect(await importExtract(officer, file, october)).toMatchObject({ imported: { new: 4, matched: 3 } })

  expect(
    (await linesIn('matched')).map(({ row, item, match }) => [row?.document, item?.payment, match?.basis]),
  ).toEqual([
    ['5100002', fitting, 'unique'],
    ['5100001', named, 'document'],
  ])
  expect((await linesIn('only_here')).map(({ item }) => [item?.payment, item?.donorName])).toEqual([
    [lacking, 'Donor State A'],
  ])
  expect((await linesIn('only_there')).map(({ row }) => [row?.document, row?.kind])).toEqual([['5100003', 'INTEREST']])
  expect((await linesIn('different')).map(({ row, item }) => [row?.usdMinor, item?.usdMinor])).toEqual([[4_999, 5_000]])
  for (const [reference, is] of [
    [named, false],
    [fitting, false],
    [lacking, true],
    [wrong, true],
    [earlier, true],
  ] as const) {
    expect([reference, await provisional(world, reference)]).toEqual([reference, is])
  }
  expect(await stateAt('2026-11-24')).toEqual({
    ...{ reconciledTo: '2026-10-09', differenceUsd: 3_000 - 150 + 1 },
    ...{ matched: 2, unmatchedHere: 1, unmatchedThere: 1, different: 1 },
  })
  // Booked here, and only later there: a difference of those days.
  expect(await stateAt('2026-10-08')).toMatchObject({
    reconciledTo: '2026-10-01',
    differenceUsd: 1_000,
    unmatchedHere: 1,
  })
  expect(await stateAt('2026-10-09')).toMatchObject({ reconciledTo: '2026-10-09', differenceUsd: 0, unmatchedHere: 0 })

  await world.fundManager.treasury.recordInterest({
    ...{ bankAccountId: fund.dollars, amount: usd(150), on: '2026-10-31' },
    ...{ document: '5100003', idempotencyKey: randomUUID() },
  })
  expect(await world.fundManager.reconciliation.matchAgain({ idempotencyKey: randomUUID() })).toEqual({ matched: 1 })
  const totals = await inTransaction(officer, sumReconciliationStates)
  expect(totals).toEqual([
    { state: 'different', lines: 1, hereUsd: 5_000, thereUsd: 4_999 },
    { state: 'matched', lines: 3, hereUsd: 3_150, thereUsd: 3_150 },
    { state: 'only_here', lines: 1, hereUsd: 3_000, thereUsd: 0 },
  ])
})

test('an officer matches and takes apart with a reason, and no program joins it again', async () => {
  const { world, officer, record, linesIn } = await aReconciliation()
  const { reconciliation } = world.fundManager
  const payment = await record({ receivedOn: '2026-10-05', amount: usd(1_000) })
  await importExtract(
    officer,
    anExtract('A 1,2026-10-20,CONTRIBUTION,11,USD,11,', 'A 2,2026-10-20,INTEREST,2,USD,2,'),
    october,
  )
  const entryNumber = await entryOf(world, payment)
  expect(await reconciliation.candidates({ document: 'A 1', locale: 'en' })).toMatchObject([{ entryNumber, payment }])
  const matching = { document: 'A 1', entryNumber, reason: 'The bank’s fee is in it', idempotencyKey: randomUUID() }
  await expect(reconciliation.match({ ...matching, document: 'A 2' })).rejects.toThrow('reconciliation.entry_taken')
  await expect(reconciliation.match({ ...matching, entryNumber: 999, idempotencyKey: randomUUID() })).rejects.toThrow(
    'entry_taken',
  )
  await reconciliation.match(matching)
  await reconciliation.match(matching)
  await expect(reconciliation.match({ ...matching, idempotencyKey: randomUUID() })).rejects.toThrow('document_taken')
  const [line] = await linesIn('different')
  expect(line).toMatchObject({ match: { basis: 'officer', reason: 'The bank’s fee is in it', by: 'A fund_manager' } })
  expect(await provisional(world, payment)).toBe(true)

  // The accounts of record correct it: now both say the same.
  const corrected = anExtract('A 1,2026-10-20,CONTRIBUTION,10,USD,10,')
  expect(await previewExtract(officer, corrected, october)).toMatchObject({
    ...{ new: 0, changed: 1, same: 0 },
    changes: [{ before: { usdMinor: 1_100 }, after: { usdMinor: 1_000, line: 2 } }],
  })
  expect(await importExtract(officer, corrected, october)).toMatchObject({ imported: { changed: 1 } })
  expect(await linesIn('matched')).toMatchObject([{ row: { version: 2, document: 'A 1' } }])
  expect(await provisional(world, payment)).toBe(false)
  const { rows } = await sql<{
    usd: number[]
  }>`select array_agg(usd_minor::int order by version) usd from extract_row where document = 'A 1'`.execute(world.db)
  expect(rows).toEqual([{ usd: [1_100, 1_000] }])

  const matchId = line?.match?.id ?? ''
  await reconciliation.unmatch({ matchId, reason: 'It was another one', idempotencyKey: randomUUID() })
  expect(await provisional(world, payment)).toBe(true)
  await expect(reconciliation.unmatch({ matchId, reason: 'Again', idempotencyKey: randomUUID() })).rejects.toThrow(
    'match_ended',
  )
  expect(await reconciliation.matchAgain({ idempotencyKey: randomUUID() })).toEqual({ matched: 0 })
  expect(await linesIn('only_here')).toHaveLength(1)
})

test('a document that is taken back here is only there: no match points to a reversed entry', async () => {
  const { world, officer, record, linesIn } = await aReconciliation()
  const payment = await record({ document: 'B 1', receivedOn: '2026-10-05', amount: usd(1_000) })
  await importExtract(officer, anExtract('B 1,2026-10-05,CONTRIBUTION,10,USD,10,'), october)
  expect(await linesIn('matched')).toHaveLength(1)
  const number = await entryOf(world, payment)
  const { id } = await world.fundManager.journal.reverse({
    number,
    on: '2026-11-02',
    reason: 'It bounced',
    idempotencyKey: randomUUID(),
  })
  await world.as('fund_manager').signatures.confirm({ id, idempotencyKey: randomUUID() })
  expect(await linesIn('matched')).toEqual([])
  expect(await linesIn('only_there')).toMatchObject([{ row: { document: 'B 1' }, item: null, match: null }])
  const { rows } = await sql<object>`select end_reason from reconciliation_match`.execute(world.db)
  expect(rows).toEqual([{ end_reason: 'It bounced' }])
  await expect(
    sql`insert into reconciliation_match (document, entry_number, kind, basis, matched_by_name)
      values ('B 1', ${number}, 'CONTRIBUTION', 'document', 'Test')`.execute(world.db),
  ).rejects.toThrow('stand')
})

describe('an extract', () => {
  test('comes in once, is kept for ever, and never half', async () => {
    const { world, officer } = await aReconciliation()
    const file = anExtract('C 1,2026-10-05,INTEREST,10,USD,10,')
    await importExtract(officer, file, october)
    await expect(importExtract(officer, file, october)).rejects.toThrow('reconciliation.extract_known')
    const later = { from: '2026-12-01', until: '2026-12-31' }
    await expect(previewExtract(officer, file, later)).rejects.toMatchObject({ code: 'reconciliation.until_in_future' })
    const bad = anExtract('C 2,2026-10-05,INTEREST,10,USD,10,', 'C 3,2026-10-05,INTEREST,100.5,JPY,1,')
    expect(await importExtract(officer, bad, october)).toMatchObject({
      imported: null,
      refusals: [{ line: 3, column: 'amount', code: 'fund.amount_decimals' }],
    })
    const { rows } = await sql<object>`select document from extract_row`.execute(world.db)
    expect(rows).toEqual([{ document: 'C 1' }])
    expect((await world.fundManager.reconciliation.state()).extracts).toMatchObject([
      { fileName: 'extract.csv', new: 1 },
    ])
    await expect(sql`update extract_row set usd_minor = 1`.execute(world.db)).rejects.toThrow()
    await expect(sql`delete from extract_row`.execute(world.db)).rejects.toThrow('append-only')
    await expect(sql`update extract set until_on = '2027-01-01'`.execute(world.db)).rejects.toThrow('append-only')
  })

  test('is closed to everybody but fund managers, in the database too', async () => {
    const { world, officer } = await aReconciliation()
    await importExtract(officer, anExtract('D 1,2026-10-05,INTEREST,10,USD,10,'), october)
    const coordinator = world.contextOf({
      ...{ kind: 'person', userId: randomUUID(), name: 'A coordinator', agencyId: null },
      roles: ['coordinator'],
    })
    const seen = await inTransaction(coordinator, (trx) => readReconciliationState(trx, '2026-11-24'))
    expect(seen).toMatchObject({ reconciledTo: null, unmatchedThere: 0 })
    const other = anExtract('D 2,2026-10-05,INTEREST,10,USD,10,')
    await expect(importExtract(coordinator, other, october)).rejects.toThrow('row-level security')
  })

  test('that leaves days out between itself and another lets nothing pass over them', async () => {
    const { officer, record, stateAt } = await aReconciliation()
    await record({ receivedOn: '2026-10-15', amount: usd(5_000) })
    await importExtract(officer, anExtract('E 1,2026-10-31,INTEREST,10,USD,10,'), {
      from: '2026-10-20',
      until: '2026-10-31',
    })
    expect(await stateAt('2026-11-24')).toMatchObject({ reconciledTo: '2026-10-30', unmatchedThere: 1 })
    await importExtract(officer, anExtract('E 2,2026-10-02,INTEREST,10,USD,10,'), {
      from: '2026-10-01',
      until: '2026-10-05',
    })
    expect(await stateAt('2026-11-24')).toMatchObject({ reconciledTo: '2026-10-01', unmatchedHere: 0 })
  })
})
