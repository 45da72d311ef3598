import { DomainError, type ErrorParams } from '@concert/domain/errors'
import type { RowRefusal } from '@concert/domain/row-refusal'
import { refusal, type Sheet, type SheetCell, type SheetRow } from './sheet.ts'

const keptRefusals = 500

/** The columns that a kind of file has, by the name that its header gives them (capitals and spaces aside). */
export interface Columns {
  required: readonly string[]
  optional?: readonly string[]
}

/** One line of a file while it is read: every cell is looked at, and every refusal kept. */
export interface RowReader {
  line: number
  /** What the reader makes of a cell; undefined when it refuses it. A column that the file lacks is an empty cell. */
  read<Value>(column: string, reader: (cell: SheetCell) => Value): Value | undefined
  /** Refuses the line for what no single cell tells. */
  refuse(code: string, params?: ErrorParams, column?: string): undefined
}

export interface RowsRead<Row> {
  /** None when anything is refused: a file is taken whole or not at all. */
  rows: Row[]
  /** The first 500. */
  refusals: RowRefusal[]
  refusedCells: number
  /** Columns of the file that nobody reads. */
  unused: string[]
}

/**
 * Reads every line of a sheet with `readRow`, which answers undefined for a line that it cannot make something of.
 * All refusals are collected. Throws DomainError `sheets.columns_missing` before the first line.
 */
export function readRows<Row>(
  sheet: Sheet,
  columns: Columns,
  readRow: (row: RowReader) => Row | undefined,
): RowsRead<Row> {
  const headers = new Map(sheet.headers.map((header) => [header.trim().toLowerCase(), header]))
  const missing = columns.required.filter((column) => !headers.has(column.toLowerCase()))
  if (missing.length > 0) throw refusal('columns_missing', { columns: missing.join(', '), count: missing.length })
  if (sheet.rows.length === 0) throw refusal('no_rows')
  const rows: Row[] = []
  const refusals: RowRefusal[] = []
  let refusedCells = 0
  const keep = (refused: RowRefusal) => {
    refusedCells += 1
    if (refusals.length < keptRefusals) refusals.push(refused)
  }
  for (const { line, cells } of sheet.rows) {
    const before = refusedCells
    const row = readRow(rowReader({ line, cells }, headers, keep))
    if (row !== undefined) rows.push(row)
    else if (refusedCells === before) throw new Error(`Line ${line} was left out without a reason`)
  }
  const known = new Set([...columns.required, ...(columns.optional ?? [])].map((column) => column.toLowerCase()))
  const unused = sheet.headers.filter((header) => !known.has(header.toLowerCase()))
  return { rows: refusedCells === 0 ? rows : [], refusals, refusedCells, unused }
}

/** The fields of a row when every one of them could be read, otherwise undefined. */
export function complete<Fields extends Record<string, unknown>>(
  fields: Fields,
): { [Name in keyof Fields]: Exclude<Fields[Name], undefined> } | undefined {
  const isComplete = (value: Fields): value is { [Name in keyof Fields]: Exclude<Fields[Name], undefined> } =>
    Object.values(value).every((field) => field !== undefined)
  return isComplete(fields) ? fields : undefined
}

function rowReader(
  { line, cells }: SheetRow,
  headers: ReadonlyMap<string, string>,
  keep: (refused: RowRefusal) => void,
): RowReader {
  return {
    line,
    read(column, reader) {
      const header = headers.get(column.toLowerCase())
      try {
        return reader((header === undefined ? undefined : cells[header]) ?? '')
      } catch (error) {
        if (!(error instanceof DomainError)) throw error
        keep({ line, column: header ?? column, code: error.code, params: error.params })
        return undefined
      }
    },
    refuse(code, params = {}, column) {
      keep({ line, column: column === undefined ? null : (headers.get(column.toLowerCase()) ?? column), code, params })
      return undefined
    },
  }
}
