import { DomainError, type ErrorParams } from '@concert/domain/errors'

/** What a file may be at most; what is more is refused, never cut. */
export const sheetLimits = { megabytes: 10, rows: 50_000, columns: 60, cellCharacters: 2_000 }

/**
 * What stands in a cell. A CSV file knows text only; in an XLSX file a number is its exact decimal text and a date with
 * a calendar format is `YYYY-MM-DD`. An empty cell is the empty text.
 */
export type SheetCell = string | { number: string } | { date: string }

export interface SheetRow {
  /** The row's number as a spreadsheet shows it, the header being line 1 where nothing stands above it. */
  line: number
  /** By header; a record without a prototype. */
  cells: Record<string, SheetCell>
}

export interface Sheet {
  headers: string[]
  rows: SheetRow[]
}

/** A line of a file before its header is known: cells from the first column on. */
export interface TableRow {
  line: number
  cells: SheetCell[]
}

/** A refusal in words at `sheets.errors.<name>`. */
export function refusal(name: string, params: ErrorParams = {}): DomainError {
  return new DomainError(`sheets.${name}`, params)
}

/** Text from a file that a message may quote: short. */
export function quoted(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}

/** The letters that a spreadsheet shows above its column number `index`, counted from 0. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last
}
