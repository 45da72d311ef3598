import { DomainError } from '@concert/domain/errors'
import {
  type FileObservation,
  type IndicatorUnit,
  indicatorUnit,
  maxFileObservations,
  sourceLink,
} from '@concert/domain/indicator'
import { calendarDateCell, codeCell, decimalText, optionalText, requiredText } from '../sheets/cells.ts'
import { complete, type RowsRead, readRows } from '../sheets/read-rows.ts'
import { readSheet, type SheetOptions } from '../sheets/read-sheet.ts'
import { refusal, type SheetCell } from '../sheets/sheet.ts'
import { writeCsv } from '../sheets/write-csv.ts'

const required = ['date', 'value', 'unit', 'place', 'definition', 'source']
const longestSource = 300

/**
 * Observations of one indicator from a CSV or XLSX file with the columns date, value, unit, place (M49 code, empty for
 * none), definition (its version), source and, where there is one, url. Throws DomainError `sheets.…`; refusals of
 * lines are collected.
 */
export async function readObservationFile(
  fileName: string,
  bytes: Uint8Array,
  options: SheetOptions,
): Promise<RowsRead<FileObservation>> {
  const sheet = await readSheet(fileName, bytes, options)
  if (sheet.rows.length > maxFileObservations) throw refusal('too_many_rows', { limit: maxFileObservations })
  return readRows(sheet, { required, optional: ['url'] }, (row) =>
    complete({
      line: row.line,
      observedOn: row.read('date', calendarDateCell),
      value: row.read('value', valueCell),
      unit: row.read('unit', unitCell),
      place: row.read('place', placeCell),
      definition: row.read('definition', versionCell),
      source: row.read('source', sourceCell),
      url: row.read('url', linkCell),
    }),
  )
}

/** A file to start from, with invented observations. */
export function exampleObservationFile(): Uint8Array {
  return writeCsv(
    [...required, 'url'],
    [
      ['2024-12-31', '12', 'count', '', '1', 'Example', ''],
      ['2025-12-31', '15', 'count', '', '1', 'Example', 'https://example.org/'],
    ],
  )
}

function valueCell(cell: SheetCell): number {
  const text = decimalText(cell)
  if (!/^\d{1,13}(\.\d{1,4})?$/.test(text)) throw new DomainError('indicators.value_unreadable')
  return Number(text)
}

function unitCell(cell: SheetCell): IndicatorUnit {
  const unit = indicatorUnit.safeParse(requiredText(cell).toLowerCase().replaceAll(/[ /-]/g, '_'))
  if (!unit.success) throw new DomainError('indicators.unit_unreadable')
  return unit.data
}

/** A spreadsheet takes the zeros off `004`; they are put back. */
function placeCell(cell: SheetCell): string | null {
  if (optionalText(cell) === null) return null
  return codeCell(cell).padStart(3, '0')
}

function versionCell(cell: SheetCell): number {
  const text = requiredText(cell)
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new DomainError('indicators.version_unreadable')
  return Number(text)
}

function sourceCell(cell: SheetCell): string {
  const text = requiredText(cell)
  if (text.length > longestSource) throw refusal('text_too_long', { limit: longestSource })
  return text
}

function linkCell(cell: SheetCell): string | null {
  const text = optionalText(cell)
  if (text === null) return null
  if (!sourceLink.safeParse(text).success) throw new DomainError('indicators.link_unreadable')
  return text
}
