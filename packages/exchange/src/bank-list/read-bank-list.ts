import { setImmediate as nextTurn } from 'node:timers/promises'
import { type BankListRow, bankListColumns as columns } from '@concert/domain/bank-list'
import { isActiveOn } from '@concert/domain/currencies'
import { DomainError } from '@concert/domain/errors'
import type { Money } from '@concert/domain/money'
import { amountCell, calendarDateCell, codeCell, optionalText } from '../sheets/cells.ts'
import { complete, type RowReader, type RowsRead, readRows } from '../sheets/read-rows.ts'
import { readSheet, type SheetOptions } from '../sheets/read-sheet.ts'
import type { SheetCell } from '../sheets/sheet.ts'
import { writeCsv } from '../sheets/write-csv.ts'

const longestReference = 140

/**
 * The payments in a list of the bank: a CSV or XLSX file with the columns of `bankListColumns`, all of them in
 * `currency`, the account's. Refusals of lines are collected, among them amounts of zero and less and a bank reference
 * that stands twice. Throws DomainError `sheets.…` for a file that cannot be read at all.
 */
export async function readBankList(
  fileName: string,
  bytes: Uint8Array,
  currency: string,
  options: SheetOptions = {},
): Promise<RowsRead<BankListRow>> {
  const lineOf = new Map<string, number>()
  const required = [columns.receivedOn, columns.amount, columns.currency, columns.bankReference, columns.sender]
  const sheet = await readSheet(fileName, bytes, options)
  // A long list leaves others their turn.
  await nextTurn()
  const read = readRows(sheet, { required, optional: [columns.text] }, (row) => readLine(row, currency, lineOf))
  await nextTurn()
  return read
}

/** A file to start from, with invented payments. */
export function exampleBankList(): Uint8Array {
  return writeCsv(Object.values(columns), [
    ['2026-11-03', '25000.00', 'USD', 'BANK 000123', 'DONOR STATE A', 'Contribution PLG-2026-00001'],
    ['2026-11-04', '1200.50', 'USD', 'BANK 000124', 'EXAMPLE FOUNDATION 1', ''],
  ])
}

function readLine(row: RowReader, expected: string, lineOf: Map<string, number>): BankListRow | undefined {
  const receivedOn = row.read(columns.receivedOn, calendarDateCell)
  const currency = row.read(columns.currency, (cell) => currencyCell(cell, expected))
  const amount =
    currency === undefined ? undefined : row.read(columns.amount, (cell) => positiveAmountCell(cell, currency))
  const bankReference = row.read(columns.bankReference, (cell) => shortText(cell, longestReference))
  const sender = row.read(columns.sender, (cell) => optionalText(cell) ?? '')
  const text = row.read(columns.text, (cell) => optionalText(cell) ?? '')
  if (currency && receivedOn && !isActiveOn(currency, receivedOn)) {
    return row.refuse('fund.currency_not_active', { currency, date: receivedOn }, columns.currency)
  }
  if (bankReference) {
    const first = lineOf.get(bankReference)
    if (first !== undefined) {
      return row.refuse(
        'bankLists.reference_repeated',
        { reference: bankReference, line: first },
        columns.bankReference,
      )
    }
    lineOf.set(bankReference, row.line)
  }
  return complete({ line: row.line, receivedOn, amount, bankReference, sender, text })
}

function currencyCell(cell: SheetCell, expected: string): string {
  const currency = codeCell(cell)
  if (currency !== expected) throw new DomainError('bankLists.other_currency', { currency, expected })
  return currency
}

function positiveAmountCell(cell: SheetCell, currency: string): Money {
  const amount = amountCell(cell, currency)
  if (amount.amountMinor === 0) throw new DomainError('bankLists.amount_zero')
  return amount
}

function shortText(cell: SheetCell, limit: number): string | null {
  const text = optionalText(cell)
  if (text !== null && text.length > limit) throw new DomainError('bankLists.reference_too_long', { limit })
  return text
}
