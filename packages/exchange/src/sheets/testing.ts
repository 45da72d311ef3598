import { deflateRawSync } from 'node:zlib'
import { storeZip } from './store-zip.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The parts of a workbook whose sheets hold this XML, as rows of cells or anything else inside `worksheet`. */
export function workbookParts(sheets: Record<string, string>): Map<string, Uint8Array> {
  const names = Object.keys(sheets)
  const listed = names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
  const related = names.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  )
  const parts = Object.entries({
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${related.join('')}</Relationships>`,
    ...Object.fromEntries(
      names.map((name, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<worksheet xmlns="${main}">${sheets[name]}</worksheet>`,
      ]),
    ),
  })
  return new Map(parts.map(([name, content]) => [name, Buffer.from(content)]))
}

/** A workbook with one sheet of these cells, each as XML inside its row. */
export function workbook(rows: readonly string[][], more = '', name = 'Sheet1'): Uint8Array {
  return new Uint8Array(storeZip(workbookParts({ [name]: `${sheetData(rows)}${more}` })))
}

export function sheetData(rows: readonly string[][]): string {
  const lines = rows.map((cells, index) => {
    const placed = cells.map((cell, column) => cell.replace('<c', `<c r="${'ABCDEFGH'[column]}${index + 1}"`))
    return `<row r="${index + 1}">${placed.join('')}</row>`
  })
  return `<sheetData>${lines.join('')}</sheetData>`
}

export function text(value: string): string {
  return `<c t="inlineStr"><is><t>${value}</t></is></c>`
}

/** An archive with one deflated part that claims to hold `claimed` bytes. */
export function deflated(name: string, content: Uint8Array, claimed: number = content.length): Uint8Array {
  const packed = deflateRawSync(content)
  const archive = new Uint8Array(storeZip(new Map([[name, packed]])))
  const view = new DataView(archive.buffer)
  const central = archive.length - 22 - 46 - Buffer.byteLength(name)
  for (const [method, size] of [
    [8, 22],
    [central + 10, central + 24],
  ]) {
    view.setUint16(method ?? 0, 8, true)
    view.setUint32(size ?? 0, claimed, true)
  }
  return archive
}
