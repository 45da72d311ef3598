import { compareDates } from '@concert/domain/calendar-date'
import { findCurrency } from '@concert/domain/currencies'
import { DomainError } from '@concert/domain/errors'
import {
  extractColumns as columns,
  documentKey,
  type ExtractKind,
  type ExtractPeriod,
  type ExtractRow,
  extractKind,
} from '@concert/domain/reconciliation'
import { calendarDateCell, codeCell, optionalText, requiredText, signedAmountCell } from '../sheets/cells.ts'
import { complete, type RowReader, type RowsRead, readRows } from '../sheets/read-rows.ts'
import { readSheet, type SheetOptions } from '../sheets/read-sheet.ts'
import { quoted, type SheetCell } from '../sheets/sheet.ts'
import { writeCsv } from '../sheets/write-csv.ts'

const longestDocument = 140

/**
 * The documents in an extract of the accounts of record: a CSV or XLSX file with the columns of `extractColumns`, all
 * posted within `period`. Refusals of lines are collected. Throws DomainError `sheets.…` for a file that cannot be read
 * at all.
 */
export async function readExtract(
  fileName: string,
  bytes: Uint8Array,
  period: ExtractPeriod,
  options: SheetOptions = {},
): Promise<RowsRead<ExtractRow>> {
  const lineOf = new Map<string, number>()
  const { text, ...required } = columns
  return readRows(
    await readSheet(fileName, bytes, options),
    { required: Object.values(required), optional: [text] },
    (row) => readLine(row, period, lineOf),
  )
}

/** A file to start from, with invented documents. */
export function exampleExtract(): Uint8Array {
  return writeCsv(Object.values(columns), [
    [
      '5100000001',
      '2026-11-03',
      'CONTRIBUTION',
      '25000.00',
      'USD',
      '25000.00',
      'Example: contribution of Donor State A',
    ],
    ['5100000002', '2026-11-05', 'INTEREST', '12.40', 'EUR', '13.78', 'Example: interest of October'],
  ])
}

function readLine(row: RowReader, period: ExtractPeriod, lineOf: Map<string, number>): ExtractRow | undefined {
  const document = row.read(columns.document, documentCell)
  const postedOn = row.read(columns.postedOn, (cell) => postedWithin(cell, period))
  const kind = row.read(columns.kind, kindCell)
  const currency = row.read(columns.currency, currencyCell)
  const amount =
    currency === undefined ? undefined : row.read(columns.amount, (cell) => signedAmountCell(cell, currency))
  const usdMinor = row.read(columns.usd, (cell) => signedAmountCell(cell, 'USD').amountMinor)
  const text = row.read(columns.text, (cell) => optionalText(cell) ?? '')
  if (amount && usdMinor !== undefined) {
    if (amount.currency === 'USD' && amount.amountMinor !== usdMinor) {
      return row.refuse('reconciliation.usd_differs', {}, columns.usd)
    }
    if (amount.amountMinor === 0 && usdMinor === 0) return row.refuse('reconciliation.nothing', {}, columns.amount)
    if (amount.amountMinor * usdMinor < 0) return row.refuse('reconciliation.signs_differ', {}, columns.usd)
  }
  if (document) {
    const first = lineOf.get(documentKey(document))
    if (first !== undefined) {
      return row.refuse('reconciliation.document_repeated', { document, line: first }, columns.document)
    }
    lineOf.set(documentKey(document), row.line)
  }
  return complete({ line: row.line, document, postedOn, kind, amount, usdMinor, text })
}

function documentCell(cell: SheetCell): string {
  const document = requiredText(cell)
  if (document.length > longestDocument) {
    throw new DomainError('reconciliation.document_too_long', { limit: longestDocument })
  }
  return document
}

function postedWithin(cell: SheetCell, { from, until }: ExtractPeriod): string {
  const date = calendarDateCell(cell)
  if (compareDates(date, from) < 0 || compareDates(date, until) > 0) {
    throw new DomainError('reconciliation.outside_period', { date, from, until })
  }
  return date
}

function kindCell(cell: SheetCell): ExtractKind {
  const text = requiredText(cell)
  const kind = extractKind.safeParse(text.toUpperCase().replace(/[\s-]+/g, '_'))
  if (!kind.success) throw new DomainError('reconciliation.kind_unknown', { value: quoted(text) })
  return kind.data
}

function currencyCell(cell: SheetCell): string {
  const currency = codeCell(cell)
  if ((findCurrency(currency)?.minorUnits ?? null) === null) throw new DomainError('fund.currency_unknown')
  return currency
}
