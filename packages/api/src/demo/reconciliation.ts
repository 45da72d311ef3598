import { createHash } from 'node:crypto'
import { insertBankList } from '@concert/db/bank-lists'
import type { Trx } from '@concert/db/client'
import { insertExtract, insertExtractRows } from '@concert/db/extracts'
import { findBankAccounts } from '@concert/db/payments'
import { findPaymentRows } from '@concert/db/payments-list'
import { findUnmatched, insertMatches, type NewMatch, updateProvisional } from '@concert/db/reconciliation-matches'
import { controlTotalsOf } from '@concert/domain/bank-list'
import { today, yearOf } from '@concert/domain/calendar-date'
import type { ExtractRow } from '@concert/domain/reconciliation'
import type { Context } from '../context.ts'
import { matchCertain } from '../reconciliation/match-certain.ts'
import type { Random } from './random.ts'

const who = { byId: null, byName: 'Example Fund Manager' }
const listedPayments = 6
const fee = 1_500

/** The last two years as the accounts of record have them, nearly the same as the journal, and one list of the bank. */
export async function seedDemoReconciliation(trx: Trx, system: Context, random: Random): Promise<void> {
  const year = yearOf(today(system.now())) - 1
  const { items } = await findUnmatched(trx)
  const rows: ExtractRow[] = []
  const byOfficer: NewMatch[] = []
  const add = (row: Omit<ExtractRow, 'line' | 'document'>, named: string | null): string => {
    const line = rows.length + 2
    const isFree = named !== null && !rows.some((other) => other.document === named)
    const document = isFree ? named : `EXAMPLE ${5_100_000_000 + line}`
    rows.push({ ...row, line, document })
    return document
  }
  const booked = items.filter(({ on }) => yearOf(on) === year || yearOf(on) === year - 1)
  for (const [index, { entryNumber, kind, on, amount, usdMinor, document: named }] of booked.entries()) {
    const text = 'Example: as booked in the accounts of record'
    if (index % 9 === 4) continue
    const isLess = index % 8 === 2 && kind === 'CONTRIBUTION' && amount.currency === 'USD' && usdMinor > fee
    const less = isLess ? fee : 0
    const there = { ...amount, amountMinor: amount.amountMinor - less }
    const document = add({ postedOn: on, kind, text, usdMinor: usdMinor - less, amount: there }, named)
    const reason = 'Example: the bank’s fee is taken off there'
    if (isLess) byOfficer.push({ document, entryNumber, kind, basis: 'officer', reason })
  }
  for (const month of ['03', '06', '09', '12']) {
    const usdMinor = random.integer(400, 9_000)
    const amount = { amountMinor: usdMinor, currency: 'USD' }
    const text = 'Example: interest of the quarter'
    add({ postedOn: `${year}-${month}-28`, kind: 'INTEREST', amount, usdMinor, text }, null)
  }
  const extractId = await insertExtract(trx, {
    ...{ fileName: `example-extract-${year}.csv`, sha256: hashOf(rows) },
    ...{ from: `${year - 1}-01-01`, until: `${year}-12-31`, rows: rows.length, new: rows.length, changed: 0, ...who },
  })
  await insertExtractRows(trx, extractId, rows)
  await insertMatches(trx, byOfficer, who)
  await matchCertain(trx, system)
  await updateProvisional(trx)
  await seedDemoBankList(trx)
}

async function seedDemoBankList(trx: Trx): Promise<void> {
  const account = (await findBankAccounts(trx)).find(({ currency }) => currency === 'USD')
  if (!account) return
  const newest = await findPaymentRows(trx, { text: '', bankAccountId: account.id, page: 1 }, 'en', listedPayments)
  const booked = newest.rows.map(({ id, receivedOn, amount, bankReference, donorName }, index) => ({
    ...{ line: index + 2, receivedOn, amount, bankReference, sender: (donorName ?? '').toUpperCase(), text: '' },
    ...{ outcome: 'booked' as const, paymentId: id, reason: null },
  }))
  const [first] = booked
  if (!first) return
  const rows = [
    ...booked,
    {
      ...{ line: booked.length + 2, receivedOn: first.receivedOn, amount: { amountMinor: 1_250, currency: 'USD' } },
      ...{ bankReference: 'EXAMPLE RETURN 1', sender: 'EXAMPLE BANK', text: 'Returned charge' },
      ...{ outcome: 'left_out' as const, paymentId: null, reason: 'Example: a correction by the bank itself' },
    },
  ]
  const list = { bankAccountId: account.id, fileName: 'example-bank-list.csv', sha256: hashOf(rows), rows, ...who }
  await insertBankList(trx, { ...list, totals: controlTotalsOf(rows, 'USD') })
}

function hashOf(rows: readonly object[]): string {
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex')
}
