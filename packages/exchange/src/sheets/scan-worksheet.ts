import { SaxesParser } from 'saxes'
import { columnLetters, refusal, sheetLimits } from './sheet.ts'

/** What a worksheet holds that a reader of its values does not tell. */
export interface WorksheetScan {
  /** Whether a cell has a value or a formula. */
  hasData: boolean
  /** The first range of merged cells, as in `A1:B2`. */
  merged: string | undefined
  /** The first cell that holds an error, such as `#REF!`. */
  error: { line: number; column: string; value: string } | undefined
  /** Formulas that were never calculated, by line and column counted from 1 and 0. */
  uncalculated: { line: number; column: number; formula: string }[]
}

/**
 * Reads through the XML of a worksheet once. Throws DomainError `sheets.too_many_…` at the first cell outside what a
 * sheet may be, `sheets.file_broken` for XML that is not well-formed or declares a document type.
 */
export function scanWorksheet(xml: string): WorksheetScan {
  const scan: WorksheetScan = { hasData: false, merged: undefined, error: undefined, uncalculated: [] }
  let cell = { line: 0, column: 0, type: '', formula: undefined as string | undefined, value: '' }
  let open = ''
  const parser = new SaxesParser()
  const stop = () => {
    throw refusal('file_broken')
  }
  parser.on('error', stop)
  parser.on('doctype', stop)
  parser.on('opentag', ({ name, attributes }) => {
    const tag = localName(name)
    open = tag
    if (tag === 'c') cell = { ...positionOf(attributes.r), type: attributes.t ?? 'n', formula: undefined, value: '' }
    if (tag === 'f') cell.formula = ''
    if (tag === 'mergeCell') scan.merged ??= attributes.ref ?? ''
  })
  parser.on('text', (text) => {
    if (open === 'v' || open === 't') cell.value += text
    if (open === 'f') cell.formula = (cell.formula ?? '') + text
  })
  parser.on('closetag', ({ name }) => {
    open = ''
    if (localName(name) !== 'c' || (cell.value === '' && cell.formula === undefined)) return
    scan.hasData = true
    const { line, column, type, formula, value } = cell
    if (line > sheetLimits.rows * 2) throw refusal('too_many_rows', { limit: sheetLimits.rows })
    if (column >= sheetLimits.columns) {
      throw refusal('too_many_columns', { limit: sheetLimits.columns, count: column + 1 })
    }
    if (type === 'e') scan.error ??= { line, column: columnLetters(column), value }
    else if (value === '') scan.uncalculated.push({ line, column, formula: `=${formula}` })
  })
  parser.write(xml).close()
  return scan
}

function positionOf(reference: string | undefined): { line: number; column: number } {
  const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference ?? '')
  if (!match) throw refusal('file_broken')
  const [, letters = '', digits = ''] = match
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { line: Number(digits), column }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
