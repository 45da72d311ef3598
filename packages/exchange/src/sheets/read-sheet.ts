import { decodeText, type NamedEncoding } from './decode-text.ts'
import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'
import { refusal, type Sheet, sheetLimits } from './sheet.ts'
import { sheetOfRows } from './sheet-of-rows.ts'

export interface SheetOptions {
  /** Only where a person says so; without it a text file has to be Unicode. */
  encoding?: NamedEncoding | undefined
}

/**
 * The table in a CSV or XLSX file of at most 10 MB, 50,000 rows and 60 columns. Nothing is guessed and no formula is
 * evaluated. Throws DomainError `sheets.…` with the line (and the column, where there is one) of what it refuses.
 */
export async function readSheet(fileName: string, bytes: Uint8Array, options: SheetOptions = {}): Promise<Sheet> {
  if (bytes.length === 0) throw refusal('file_empty')
  if (bytes.length > sheetLimits.megabytes * 1024 * 1024) {
    throw refusal('file_too_large', { limit: sheetLimits.megabytes })
  }
  const kind = kindOf(fileName)
  if (kind === 'xlsx') {
    if (startsWith(bytes, oldOffice)) throw refusal('file_old_excel')
    if (!startsWith(bytes, zip)) throw refusal('file_mislabelled')
    return sheetOfRows(await readXlsx(bytes))
  }
  if ([zip, oldOffice, pdf].some((magic) => startsWith(bytes, magic))) throw refusal('file_mislabelled')
  return sheetOfRows(await readCsv(decodeText(bytes, options.encoding)))
}

const zip = [0x50, 0x4b, 0x03, 0x04]
const oldOffice = [0xd0, 0xcf, 0x11, 0xe0]
const pdf = [0x25, 0x50, 0x44, 0x46]

function kindOf(fileName: string): 'csv' | 'xlsx' {
  const ending = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase()
  if (ending === 'csv' || ending === 'tsv' || ending === 'txt') return 'csv'
  if (ending === 'xlsx') return 'xlsx'
  throw refusal(ending === 'xls' ? 'file_old_excel' : 'file_kind')
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte)
}
