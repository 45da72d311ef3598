import { randomUUID } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Context } from '@concert/api/context'
import { fundChecks } from '@concert/api/fund/checks'
import { recordPayment } from '@concert/api/payments/record-payment'
import { readBreakdowns, readPublicStatement, readStatement } from '@concert/api/statement/queries'
import { inTransaction } from '@concert/api/transaction'
import { openDatabase } from '@concert/db/open-database'
import { prepare } from '@concert/db/prepare'
import { reconcileFund } from '@concert/db/testing/big-extract'
import { fillFund, measureFund } from '@concert/db/testing/big-fund'
import { sql } from '@concert/db/testing/sql'
import { describeMachine, measure, report, say } from './measure.ts'

const second = 1000
const paymentLimit = 20

/**
 * How long a statement takes over many years, and a payment into them, on a scratch database of the embedded server.
 * False when a figure falls short, or when the books that were filled do not hold.
 */
export async function benchStatement(args: string[]): Promise<boolean> {
  const { values } = parseArgs({
    args,
    options: {
      pledges: { type: 'string', default: '200000' },
      payments: { type: 'string', default: '400000' },
      donors: { type: 'string', default: '2000' },
      /** Runs the standing checks of the fund too. */
      checks: { type: 'boolean', default: false },
      /** A folder that is filled once and kept, so that it can be measured again; filling it may be interrupted. */
      data: { type: 'string' },
    },
  })
  const size = { pledges: Number(values.pledges), payments: Number(values.payments), donors: Number(values.donors) }
  const folder = values.data ?? (await mkdtemp(join(tmpdir(), 'concert-bench-')))
  // As root the server runs as somebody else, who has to reach it.
  if (!values.data) await chmod(folder, 0o755)
  const database = await openDatabase({ dataFolder: folder })
  try {
    const { db } = database
    await prepare(db, { demonstration: false })
    say(await describeMachine(db))
    const began = performance.now()
    await fillFund(db, size, (step) => process.stderr.write(`${step}\n`))
    const minutes = ((performance.now() - began) / 60_000).toFixed(1)
    const found = await measureFund(db)
    say(
      `${found.pledges} pledges, ${found.payments} payments, ${found.donors} donors: ${found.entries} entries, ${found.lines} lines; filled in ${minutes} min by the product's own triggers, batch by batch`,
    )
    const manager: Context = {
      db,
      actor: { kind: 'person', userId: randomUUID(), name: 'Bench', agencyId: null, roles: ['fund_manager'] },
      locale: 'en',
      requestId: randomUUID(),
      now: () => new Date('2026-11-24T12:00:00Z'),
      log: { info: () => {}, warn: () => {}, error: () => {} },
    }
    const holds = values.checks ? await runFundChecks(manager) : true
    return [
      holds,
      await benchStatements(manager, found.entries),
      await benchPayments(manager),
      await benchReconciled(manager),
    ].every(Boolean)
  } finally {
    await database.close()
    if (!values.data) await rm(folder, { recursive: true, force: true })
  }
}

async function benchStatements(manager: Context, entries: number): Promise<boolean> {
  const year = { from: '2024-01-01', until: '2024-12-31' }
  const odd = { from: '2015-03-07', until: '2024-10-19' }
  const recent = { ...year, asOfEntry: entries - 1000 }
  const middle = { ...odd, asOfEntry: Math.floor(entries / 2) }
  const times = 15
  return [
    report('statement of a year', await measure(times, () => readStatement(manager, year)), second),
    report(
      'statement of nine years, days at either end',
      await measure(times, () => readStatement(manager, odd)),
      second,
    ),
    report('statement as of 1,000 entries ago', await measure(times, () => readStatement(manager, recent)), second),
    report('statement as of half of all entries', await measure(5, () => readStatement(manager, middle)), second),
    report('yearly statement for anyone', await measure(times, () => readPublicStatement(manager, 2024)), second),
    report('by donor, meeting and year', await measure(times, () => readBreakdowns(manager, year, 'en')), second),
    report(
      'the same over nine years, days at either end',
      await measure(times, () => readBreakdowns(manager, odd, 'en')),
      second,
    ),
  ].every(Boolean)
}

/** A payment that pays an open pledge, as an officer records it: rule, rows, journal, balances, tallies, audit. */
async function benchPayments(manager: Context): Promise<boolean> {
  const { rows } = await sql<{ pledgeId: string; donorId: string; minor: number; bankAccountId: string }>`
    select p.id as "pledgeId", p.donor_id as "donorId", least(b.receivable_minor, 5000) as minor, a.id as "bankAccountId"
    from pledge p join pledge_balance b on b.pledge_id = p.id join bank_account a on a.currency = p.currency
    where b.receivable_minor > 0 and p.currency = 'USD' order by p.reference limit 201`.execute(manager.db)
  const timings = await measure(rows.length - 1, async (round) => {
    const row = rows[round]
    if (!row) throw new Error('There is no open pledge left to pay')
    const amount = { amountMinor: row.minor, currency: 'USD' }
    await recordPayment(manager, {
      donorId: row.donorId,
      bankAccountId: row.bankAccountId,
      receivedOn: '2026-11-20',
      amount,
      fee: { amountMinor: 0, currency: 'USD' },
      bankReference: `BENCH ${randomUUID()}`,
      document: null,
      lookAlikeReason: null,
      allocations: [{ pledgeId: row.pledgeId, instalmentId: null, amount, settles: null }],
      idempotencyKey: randomUUID(),
    })
  })
  return report('recording a payment that pays a pledge', timings, paymentLimit)
}

/** A statement says how far it is reconciled: here with every receipt of the fund. */
async function benchReconciled(manager: Context): Promise<boolean> {
  await reconcileFund(manager.db)
  const year = { from: '2024-01-01', until: '2024-12-31' }
  return report(
    'statement of a year, every receipt reconciled',
    await measure(3, () => readStatement(manager, year)),
    second,
  )
}

async function runFundChecks(manager: Context): Promise<boolean> {
  const system: Context = { ...manager, actor: { kind: 'system', name: 'bench' } }
  let holds = true
  for (const check of fundChecks) {
    const start = performance.now()
    const { ok, detail } = await inTransaction(system, (trx) => check.run(trx, manager.now()))
    say(
      `check ${check.id.padEnd(38)} ${ok ? 'holds' : `FAILS: ${detail}`} in ${Math.round(performance.now() - start)} ms`,
    )
    holds &&= ok
  }
  return holds
}
