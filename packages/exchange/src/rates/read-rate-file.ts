import { DomainError } from '@concert/domain/errors'
import { unitsPerUsd } from '@concert/domain/exchange-rate'
import type { MeetingRate } from '@concert/domain/meeting-rate'
import { type FileRate, maxFileRates } from '@concert/domain/rate-import'
import { calendarDateCell, currencyCell, decimalText, requiredText } from '../sheets/cells.ts'
import { complete, type RowsRead, readRows } from '../sheets/read-rows.ts'
import { readSheet, type SheetOptions } from '../sheets/read-sheet.ts'
import { refusal, type SheetCell } from '../sheets/sheet.ts'
import { writeCsv } from '../sheets/write-csv.ts'

const columns = { currency: 'currency', units: 'units per US dollar', on: 'effective from', source: 'source' }
const longestSource = 200

/**
 * Operational rates of exchange from a CSV or XLSX file with the columns currency, units per US dollar, effective from,
 * source. Throws DomainError `sheets.…`; refusals of lines are collected.
 */
export async function readRateFile(
  fileName: string,
  bytes: Uint8Array,
  options: SheetOptions,
): Promise<RowsRead<FileRate>> {
  const sheet = await readSheet(fileName, bytes, options)
  if (sheet.rows.length > maxFileRates) throw refusal('too_many_rows', { limit: maxFileRates })
  return readRows(sheet, { required: Object.values(columns) }, (row) =>
    complete({
      line: row.line,
      currency: row.read(columns.currency, currencyCell),
      unitsPerUsd: row.read(columns.units, unitsCell),
      on: row.read(columns.on, calendarDateCell),
      source: row.read(columns.source, sourceCell),
    }),
  )
}

/** As `readRateFile`, for the reference rates of a meeting, which have no day of their own. */
export async function readMeetingRateFile(
  fileName: string,
  bytes: Uint8Array,
  options: SheetOptions,
): Promise<RowsRead<MeetingRate & { line: number }>> {
  const sheet = await readSheet(fileName, bytes, options)
  const required = [columns.currency, columns.units, columns.source]
  return readRows(sheet, { required }, (row) =>
    complete({
      line: row.line,
      currency: row.read(columns.currency, currencyCell),
      unitsPerUsd: row.read(columns.units, unitsCell),
      source: row.read(columns.source, sourceCell),
    }),
  )
}

/** A file to start from, with invented rates. */
export function exampleRateFile(): Uint8Array {
  const source = 'United Nations operational rates of exchange'
  return writeCsv(Object.values(columns), [
    ['EUR', '0.9245', '2026-11-01', source],
    ['JPY', '149.2', '2026-11-01', source],
  ])
}

export function exampleMeetingRateFile(): Uint8Array {
  const source = 'Reference rates of the meeting'
  return writeCsv(
    [columns.currency, columns.units, columns.source],
    [
      ['EUR', '0.92', source],
      ['JPY', '150', source],
    ],
  )
}

function unitsCell(cell: SheetCell): string {
  const text = decimalText(cell)
  if (!unitsPerUsd.safeParse(text).success) throw new DomainError('fund.rate_unreadable')
  return text
}

function sourceCell(cell: SheetCell): string {
  const text = requiredText(cell)
  if (text.length > longestSource) throw refusal('text_too_long', { limit: longestSource })
  return text
}
