import { parentPort, workerData } from 'node:worker_threads'
import { DomainError } from '@concert/domain/errors'
import readWorkbook, { InvalidInputError, InvalidSpreadsheetError } from 'read-excel-file/universal'
import { plainDecimal } from './plain-decimal.ts'
import type { WorkerAnswer } from './read-xlsx.ts'
import { scanWorksheet, type WorksheetScan } from './scan-worksheet.ts'
import { quoted, refusal, type SheetCell, type TableRow } from './sheet.ts'
import { storeZip } from './store-zip.ts'

// Runs in a thread of its own, whose memory and time are limited: see read-xlsx.ts.
parentPort?.postMessage(await answer(workerData))

async function answer(parts: Map<string, Uint8Array>): Promise<WorkerAnswer> {
  try {
    return { rows: await readParts(parts) }
  } catch (error) {
    if (error instanceof DomainError) return { refused: { code: error.code, params: error.params } }
    if (error instanceof InvalidInputError || error instanceof InvalidSpreadsheetError) {
      return { refused: { code: 'sheets.file_broken', params: {} } }
    }
    throw error
  }
}

async function readParts(parts: Map<string, Uint8Array>): Promise<TableRow[]> {
  const scans = [...parts]
    .filter(([name]) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))
    .map(([, content]) => scanWorksheet(new TextDecoder().decode(content)))
    .filter(({ hasData }) => hasData)
  const sheets = await readWorkbook<SheetCell>(storeZip(parts), { trim: true, parseNumber: numberCell })
  const other = sheets.slice(1).find(({ data }) => data.some((row) => row.some((cell) => cell !== null)))
  if (other) throw refusal('second_sheet', { sheet: quoted(other.sheet) })
  if (scans.length > 1) throw refusal('file_broken')
  const [scan] = scans
  if (scan?.merged !== undefined) throw refusal('cells_merged', { range: scan.merged })
  if (scan?.error) throw refusal('cell_error', scan.error)
  const rows = (sheets[0]?.data ?? []).map((row, index) => ({ line: index + 1, cells: row.map(cellOf) }))
  return scan ? withFormulas(rows, scan) : rows
}

function numberCell(text: string): SheetCell {
  const number = plainDecimal(text)
  if (number === undefined) throw refusal('file_broken')
  return { number }
}

function cellOf(value: unknown): SheetCell {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (value instanceof Date) return dateCell(value)
  return value as SheetCell
}

/** A whole day is a date; with a time of day it is no calendar date and stays text. */
function dateCell(value: Date): SheetCell {
  if (Number.isNaN(value.getTime())) throw refusal('file_broken')
  const iso = value.toISOString()
  return iso.endsWith('T00:00:00.000Z') ? { date: iso.slice(0, 10) } : iso
}

/** A formula that was never calculated is shown as what it is, never as an empty cell. */
function withFormulas(rows: TableRow[], { uncalculated }: WorksheetScan): TableRow[] {
  for (const { line, column, formula } of uncalculated) {
    while (rows.length < line) rows.push({ line: rows.length + 1, cells: [] })
    const cells = rows[line - 1]?.cells ?? []
    while (cells.length <= column) cells.push('')
    cells[column] = formula
  }
  return rows
}
