import type { Trx } from '@concert/db/client'
import { findStatementYears, sumPublicStatement } from '@concert/db/public-statement'
import { findRatesUsed } from '@concert/db/rates-used'
import type { Account } from '@concert/domain/journal/accounts'
import { publicMovementOf, publicMovements, publicStatementOf } from '@concert/domain/statement'
import type { FigureDefinition, FigureFamily } from '../figures/figure.ts'

const lines = ['opening', ...publicMovements, 'closing'] as const
type Line = (typeof lines)[number]

const ratesShown = 50

// Reductions, write-offs and exchange differences are booked at what was carried: they use no rate of their own.
const accountsOf: Record<Line, readonly Account[]> = {
  opening: ['fund_balance', 'pledge_income', 'interest', 'grant_expense', 'support_cost', 'bank_charges'],
  balances_brought_in: ['fund_balance'],
  contributions: ['pledge_income'],
  given_overpayments: [],
  no_longer_expected: [],
  interest: ['interest'],
  grants: ['grant_expense'],
  support_cost: ['support_cost'],
  bank_charges: ['bank_charges'],
  exchange: [],
  closing: ['fund_balance', 'pledge_income', 'interest', 'grant_expense', 'support_cost', 'bank_charges'],
}

/** Every line of the public statement of a year: `statement.interest.2026`. */
export const statementFigures: FigureFamily = {
  find(id) {
    const [, name, year] = /^statement\.([a-z_]+)\.(\d{4})$/.exec(id) ?? []
    const line = lines.find((candidate) => candidate === name)
    return line && lineFigure(line, Number(year))
  },
  async listed(trx) {
    const [newest] = await findStatementYears(trx)
    return newest === undefined ? [] : lines.map((line) => lineFigure(line, newest))
  },
}

function lineFigure(line: Line, year: number): FigureDefinition {
  return {
    id: `statement.${line}.${year}`,
    words: `statement.${line}`,
    params: { year: String(year) },
    unit: 'usd_minor',
    async value(trx, today) {
      const { asOfEntry, cells } = await sumPublicStatement(trx, year, today)
      const { fund } = publicStatementOf(year, asOfEntry, cells)
      if (line === 'opening') return fund.openingUsd
      if (line === 'closing') return fund.closingUsd
      return fund.movements.find(({ id }) => id === line)?.usdMinor ?? 0
    },
    // Publicly a total only: which entries they are is for fund managers, in the journal.
    async proof(trx, today) {
      const rowsIn = await countEntries(trx, line, year, today)
      const leftOut = rowsIn > 0 ? [{ reason: 'entries_total_only', rows: rowsIn }] : []
      const years = {
        from: line === 'opening' || line === 'closing' ? 0 : year,
        until: line === 'opening' ? year - 1 : year,
      }
      return { rowsIn, sample: [], leftOut, rates: await findRatesUsed(trx, accountsOf[line], ratesShown, years) }
    },
  }
}

async function countEntries(trx: Trx, line: Line, year: number, today: string): Promise<number> {
  const { cells } = await sumPublicStatement(trx, year, today)
  return cells.reduce((rows, { kind, account, beforeEntries, withinEntries }) => {
    if (line === 'opening') return rows + beforeEntries
    if (line === 'closing') return rows + beforeEntries + withinEntries
    return publicMovementOf(kind, account) === line ? rows + withinEntries : rows
  }, 0)
}
