import { columnLetters, quoted, refusal, type Sheet, type SheetCell, sheetLimits, type TableRow } from './sheet.ts'

const forbiddenHeaders = ['__proto__', 'constructor', 'prototype']

// What is not seen but changes what is read: control characters, and marks that turn the direction of what follows.
const hiddenCharacter = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u

/**
 * The sheet that lines make: the first is the header, a line of HXL tags straight after it is left out, and so are
 * empty lines. Throws DomainError `sheets.header_…`, `sheets.cell_…`, `sheets.too_many_…`, with line and column.
 */
export function sheetOfRows(table: readonly TableRow[]): Sheet {
  const [header, ...lines] = table.filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (!header) throw refusal('file_empty')
  const rows = lines[0] && isTagRow(lines[0]) ? lines.slice(1) : lines
  if (rows.length > sheetLimits.rows) throw refusal('too_many_rows', { limit: sheetLimits.rows })
  const names = headerNames(header, rows)
  return {
    headers: names.filter((name) => name !== ''),
    rows: rows.map(({ line, cells }) => ({ line, cells: record(names, cells, line) })),
  }
}

/** Tags of the Humanitarian Exchange Language (hxlstandard.org). */
function isTagRow({ cells }: TableRow): boolean {
  return cells.every((cell) => cell === '' || (typeof cell === 'string' && cell.startsWith('#')))
}

function headerNames(header: TableRow, rows: readonly TableRow[]): string[] {
  const { line } = header
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), header.cells.length)
  if (width > sheetLimits.columns) throw refusal('too_many_columns', { limit: sheetLimits.columns, count: width })
  const seen = new Set<string>()
  return Array.from({ length: width }, (_, index) => {
    const column = columnLetters(index)
    const cell = header.cells[index] ?? ''
    if (typeof cell !== 'string') throw refusal('header_not_text', { line, column })
    const name = checkedText(cell, line, column)
    if (name === '') return requireNoDataBelow(index, rows)
    const known = name.toLowerCase()
    if (forbiddenHeaders.includes(known)) throw refusal('header_forbidden', { line, column, header: name })
    if (seen.has(known)) throw refusal('header_twice', { line, column, header: quoted(name) })
    seen.add(known)
    return name
  })
}

function requireNoDataBelow(index: number, rows: readonly TableRow[]): string {
  const filled = rows.find(({ cells }) => (cells[index] ?? '') !== '')
  if (filled) throw refusal('header_empty', { line: filled.line, column: columnLetters(index) })
  return ''
}

function record(names: readonly string[], cells: readonly SheetCell[], line: number): Record<string, SheetCell> {
  const record: Record<string, SheetCell> = Object.create(null)
  for (const [index, name] of names.entries()) {
    const cell = cells[index] ?? ''
    if (name !== '') record[name] = typeof cell === 'string' ? checkedText(cell, line, name) : cell
  }
  return record
}

/** The text that was meant: without the apostrophe that keeps a spreadsheet from reading it as a formula. */
function checkedText(cell: string, line: number, column: string): string {
  const hidden = hiddenCharacter.exec(cell)?.[0]
  if (hidden !== undefined)
    throw refusal('cell_hidden_character', { line, column: quoted(column), character: codePoint(hidden) })
  if (cell.includes('\ufffd')) throw refusal('cell_lost_character', { line, column })
  if (cell.length > sheetLimits.cellCharacters) {
    throw refusal('cell_too_long', { line, column: quoted(column), limit: sheetLimits.cellCharacters })
  }
  return /^'+[=+\-@]/.test(cell) ? cell.slice(1) : cell
}

function codePoint(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
}
