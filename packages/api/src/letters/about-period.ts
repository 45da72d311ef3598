import type { Trx } from '@concert/db/client'
import { findStatementPayments, findStatementRows, sumStatementUsd, sumUnallocated } from '@concert/db/donor-statements'
import { type DonorStatement, type PledgeMovement, totalsByCurrency } from '@concert/domain/donor-statement'
import type { LetterRequest, LetterTable } from '@concert/domain/letter'
import { type LetterWords, numeric, row, text, total } from './letter-words.ts'
import type { Told } from './told.ts'

type Period = Pick<Extract<LetterRequest, { from: string }>, 'donorId' | 'from' | 'until'>

/** One donor over a period: each pledge from one end to the other, totals by currency and in dollars. */
export async function readDonorStatement(trx: Trx, { donorId, from, until }: Period): Promise<DonorStatement> {
  const period = { donorId, from, until }
  const rows = await findStatementRows(trx, period)
  return {
    from,
    until,
    rows,
    totals: totalsByCurrency(rows),
    usd: await sumStatementUsd(trx, period),
    payments: await findStatementPayments(trx, period),
    unallocated: await sumUnallocated(trx, donorId, until),
  }
}

export async function tellAboutPeriod(trx: Trx, { donorId, from, until }: Period, words: LetterWords): Promise<Told> {
  const statement = await readDonorStatement(trx, { donorId, from, until })
  return {
    subject: { donorId, pledgeId: null, paymentId: null, from, until },
    text: {
      from: words.date(from),
      until: words.date(until),
      outstandingUsd: words.usd(statement.usd.outstanding),
      unallocated: statement.unallocated.map(words.money).join('; ') || words.say('letters.nothing'),
    },
    tables: {
      statementTable: statementTable(statement, words),
      dollarTable: dollarTable(statement, words),
      paymentTable: paymentTable(statement, words),
    },
  }
}

function statementTable({ rows, totals }: DonorStatement, words: LetterWords): LetterTable {
  const { say } = words
  const numbers = (moved: PledgeMovement & { currency: string }) =>
    [moved.opening, moved.announced, moved.formalised, moved.received, moved.writtenOff, moved.outstanding].map(
      (minor) => words.number(minor, moved.currency),
    )
  const columns = ['opening', 'announced', 'formalised', 'received', 'writtenOff', 'closing']
  return {
    columns: [text(say('letters.table.pledge')), ...columns.map((column) => numeric(say(`letters.table.${column}`)))],
    rows:
      rows.length === 0
        ? [row(say('letters.nothing'), ...columns.map(() => '–'))]
        : totals.flatMap((sums) => [
            ...rows
              .filter(({ currency }) => currency === sums.currency)
              .map((pledge) => row(pledge.reference, ...numbers(pledge))),
            total(say('letters.table.totalIn', { currency: sums.currency }), ...numbers(sums)),
          ]),
  }
}

/** The same in dollars from one end to the other; what was announced stands apart and is in no sum. */
function dollarTable({ usd }: DonorStatement, words: LetterWords): LetterTable {
  const { say } = words
  const line = (what: string, minor: number) => row(say(`letters.table.${what}`), words.usd(minor))
  return {
    columns: [text(''), numeric('')],
    rows: [
      line('opening', usd.opening),
      line('formalised', usd.formalised),
      line('received', usd.received === 0 ? 0 : -usd.received),
      line('writtenOff', usd.writtenOff === 0 ? 0 : -usd.writtenOff),
      line('exchangeDifference', usd.exchangeDifference),
      total(say('letters.table.closing'), words.usd(usd.outstanding)),
      line('announcedApart', usd.announced),
    ],
  }
}

function paymentTable({ payments }: DonorStatement, words: LetterWords): LetterTable {
  const { say } = words
  const usd = payments.reduce((sum, { usdMinor }) => sum + usdMinor, 0)
  return {
    columns: [
      text(say('letters.table.payment')),
      text(say('letters.table.receivedOn')),
      numeric(say('letters.table.amount')),
      numeric(say('letters.table.inDollars')),
    ],
    rows:
      payments.length === 0
        ? [row(say('letters.nothing'), '', '–', '–')]
        : [
            ...payments.map(({ reference, receivedOn, amount, usdMinor }) =>
              row(reference, words.date(receivedOn), words.money(amount), words.usd(usdMinor)),
            ),
            total(say('letters.table.total'), '', '', words.usd(usd)),
          ],
  }
}
