import { stringify } from 'csv-stringify/sync'

/**
 * A CSV file in UTF-8 with a byte order mark, as spreadsheets expect it. Text that a spreadsheet would take for a
 * formula gets an apostrophe before it, which `readSheet` takes away; signed numbers stay as they are.
 * Source: OWASP, CSV injection.
 */
export function writeCsv(headers: readonly string[], rows: readonly (readonly string[])[]): Uint8Array {
  const text = stringify(
    [headers, ...rows].map((row) => row.map(neutral)),
    { bom: true, record_delimiter: 'windows' },
  )
  return new TextEncoder().encode(text)
}

function neutral(cell: string): string {
  const isSignedNumber = /^[+-]\d+(\.\d+)?$/.test(cell)
  return /^'*[=+\-@]/.test(cell) && !isSignedNumber ? `'${cell}` : cell
}
