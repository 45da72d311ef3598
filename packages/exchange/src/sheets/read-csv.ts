import { finished } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import { CsvError, type Parser, parse } from 'csv-parse'
import { columnLetters, refusal, sheetLimits, type TableRow } from './sheet.ts'

const delimiters = [',', ';', '\t']
const recordCharacters = sheetLimits.columns * (sheetLimits.cellCharacters + 3)
const sliceBytes = 64 * 1024

/**
 * The lines of a CSV file. The delimiter is the one of the header line; quotes are strict. Throws DomainError
 * `sheets.quote_…`, `sheets.delimiter_unclear`, `sheets.row_long`, `sheets.row_short`, each with its line.
 * Source: RFC 4180; lines are counted as spreadsheets do, a line break inside quotes starting none.
 */
export async function readCsv(text: string): Promise<TableRow[]> {
  const rows: TableRow[] = []
  let line = 0
  let width = 0
  const onRecord = (cells: string[]): null => {
    line += 1
    if (cells.every((cell) => cell.trim() === '')) return null
    if (rows.length > sheetLimits.rows + 1) throw refusal('too_many_rows', { limit: sheetLimits.rows })
    width ||= cells.length
    if (cells.length > width) throw refusal('row_long', { line, column: columnLetters(width) })
    if (cells.length < width) throw refusal('row_short', { line, count: cells.length, expected: width })
    rows.push({ line, cells: cells.map((cell) => cell.trim()) })
    return null
  }
  const parser = parse({
    delimiter: delimiterOf(text),
    relax_column_count: true,
    max_record_size: recordCharacters,
    on_record: onRecord,
  })
  try {
    await feed(parser, Buffer.from(text))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw refusal(reasonOf(error), { line: line + 1, limit: sheetLimits.cellCharacters })
  }
  return rows
}

/** Slice by slice, so that a large file leaves other requests their turn. */
async function feed(parser: Parser, bytes: Buffer): Promise<void> {
  const done = finished(parser.resume())
  done.catch(() => {})
  for (let from = 0; from < bytes.length && !parser.destroyed; from += sliceBytes) {
    parser.write(bytes.subarray(from, from + sliceBytes))
    await setImmediate()
  }
  parser.end()
  await done
}

function reasonOf(error: CsvError): string {
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'quote_unclosed'
    case 'CSV_MAX_RECORD_SIZE':
      return 'record_too_long'
    default:
      return 'quote_misplaced'
  }
}

/** The delimiter that stands most often in the header line, outside quotes; a comma when there is one column. */
function delimiterOf(text: string): string {
  const header = /^\s*(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text.slice(0, recordCharacters))?.[0] ?? ''
  const bare = header.replace(/"(?:[^"]|"")*"/g, '')
  const counted = delimiters
    .map((delimiter) => ({ delimiter, count: bare.split(delimiter).length - 1 }))
    .sort((a, b) => b.count - a.count)
  const [first, second] = counted
  if (!first || first.count === 0) return ','
  if (second && second.count === first.count) throw refusal('delimiter_unclear', { line: 1 })
  return first.delimiter
}
