import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSheet } from './read-sheet.ts'
import { sheetLimits } from './sheet.ts'
import { storeZip } from './store-zip.ts'
import { writeCsv } from './write-csv.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (text: string) => readSheet('rates.csv', bytes(text))

test('reads what was written, whatever the text', async () => {
  const cell = fc
    .string({ unit: 'grapheme', maxLength: 20 })
    .map((text) => text.trim())
    .filter((text) => !/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffd]/u.test(text))
  const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 10 })
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      fc.pre(!rows[0]?.every((text) => text === '' || text.startsWith('#')))
      const kept = rows.filter((row) => row.some((text) => text !== ''))
      const sheet = await readSheet('any.csv', writeCsv(['one', 'two', 'three'], rows))
      expect(sheet.rows.map(({ cells }) => [cells.one, cells.two, cells.three])).toEqual(kept)
    }),
    { numRuns: 200 },
  )
})

test.each([
  ['a comma', 'a,b\n1;2,3\n'],
  ['a semicolon', 'a;b\r\n1,2;3\r\n'],
  ['a tab', 'a\tb\n1;2,2\t3\n'],
  ['quotes around other delimiters', '"a";"b, c, d"\n1;2\n'],
])('recognises %s as delimiter from the header', async (_, text) => {
  const sheet = await read(text)
  expect(sheet.headers).toHaveLength(2)
  expect(sheet.rows[0]?.line).toBe(2)
})

test.each([
  ['UTF-8', Buffer.from('a,b\né,2\n')],
  ['UTF-8 with a byte order mark', Buffer.from('\ufeffa,b\né,2\n')],
  ['UTF-16, little end first', Buffer.from('\ufeffa,b\né,2\n', 'utf16le')],
  ['UTF-16, big end first', Buffer.from('\ufeffa,b\né,2\n', 'utf16le').swap16()],
])('reads %s', async (_, file) => {
  expect((await readSheet('a.csv', file)).rows).toEqual([{ line: 2, cells: { a: 'é', b: '2' } }])
})

test('reads another encoding only when a person names it', async () => {
  const file = Buffer.from('a,b\nx,y\ncaf\xe9,2\n', 'latin1')
  await expect(readSheet('a.csv', file)).rejects.toMatchObject({ code: 'sheets.encoding', params: { line: 3 } })
  const sheet = await readSheet('a.csv', file, { encoding: 'windows-1252' })
  expect(sheet.rows[1]?.cells.a).toBe('café')
})

test('counts lines as a spreadsheet does, over empty lines and without the line of HXL tags', async () => {
  const sheet = await read('a,b\n#date,#value\n\n1,2\n,\n3,4\n')
  expect(sheet.rows.map(({ line }) => line)).toEqual([4, 6])
})

test('keeps a formula as text and takes the protecting apostrophe away', async () => {
  const sheet = await read('a,b\n"=HYPERLINK(""http://x"")",@x\n\'=1,\'-x\n\'tis,\'\'=2\n')
  expect(sheet.rows.map(({ cells }) => [cells.a, cells.b])).toEqual([
    ['=HYPERLINK("http://x")', '@x'],
    ['=1', '-x'],
    ["'tis", "'=2"],
  ])
})

test('gives cells no prototype', async () => {
  const sheet = await read('a,b\n1,2\n')
  expect(Object.getPrototypeOf(sheet.rows[0]?.cells)).toBeNull()
})

test.each([
  ['an empty file', '', { code: 'sheets.file_empty' }],
  ['nothing but blanks', ' \n \n', { code: 'sheets.file_empty' }],
  ['the same header twice', 'a,A\n1,2', { code: 'sheets.header_twice', params: { line: 1, column: 'B', header: 'A' } }],
  ['__proto__ as header', '__proto__,b\n1,2', { code: 'sheets.header_forbidden', params: { column: 'A' } }],
  ['constructor as header', 'a,Constructor\n1,2', { code: 'sheets.header_forbidden', params: { column: 'B' } }],
  ['prototype as header', 'prototype\n1', { code: 'sheets.header_forbidden' }],
  [
    'data under an empty header',
    'a,,c\n1,,3\n1,2,3',
    { code: 'sheets.header_empty', params: { line: 3, column: 'B' } },
  ],
  ['an unclosed quote', 'a,b\n1,2\n"3,4\n5,6', { code: 'sheets.quote_unclosed', params: { line: 3 } }],
  ['a quote inside a bare cell', 'a,b\n1,2"x\n', { code: 'sheets.quote_misplaced', params: { line: 2 } }],
  ['text after a closing quote', 'a,b\n"1"x,2\n', { code: 'sheets.quote_misplaced', params: { line: 2 } }],
  ['a line longer than the header', 'a,b\n1,000,2\n', { code: 'sheets.row_long', params: { line: 2, column: 'C' } }],
  [
    'a line shorter than the header',
    'a,b\n1,2\n3',
    { code: 'sheets.row_short', params: { line: 3, count: 1, expected: 2 } },
  ],
  ['two delimiters as often', 'a,b;c\n1,2;3', { code: 'sheets.delimiter_unclear', params: { line: 1 } }],
  [
    'a right-to-left override',
    'a,b\n1,\u202e2',
    { code: 'sheets.cell_hidden_character', params: { line: 2, column: 'b', character: 'U+202E' } },
  ],
  ['a direction isolate', 'a,b\n1,\u20662', { code: 'sheets.cell_hidden_character', params: { character: 'U+2066' } }],
  ['a control character', 'a,b\n1,x\u0007y', { code: 'sheets.cell_hidden_character', params: { character: 'U+0007' } }],
  [
    'a line break in a cell',
    'a,b\n1,"x\ny"',
    { code: 'sheets.cell_hidden_character', params: { character: 'U+000A' } },
  ],
  [
    'a hidden character in a header',
    'a,b\u202e\n1,2',
    { code: 'sheets.cell_hidden_character', params: { line: 1, column: 'B' } },
  ],
  ['a character that was lost before', 'a,b\n1,caf\ufffd', { code: 'sheets.cell_lost_character', params: { line: 2 } }],
  [
    'a cell that is too long',
    `a,b\n1,${'x'.repeat(2001)}`,
    { code: 'sheets.cell_too_long', params: { line: 2, column: 'b', limit: 2000 } },
  ],
  [
    'a line that never ends',
    `a,b\n1,"${'x'.repeat(130_000)}"`,
    { code: 'sheets.record_too_long', params: { line: 2 } },
  ],
  [
    'too many columns',
    Array.from({ length: 61 }, (_, n) => `c${n}`).join(),
    { code: 'sheets.too_many_columns', params: { limit: 60 } },
  ],
  [
    'too many lines',
    `a\n${'1\n'.repeat(sheetLimits.rows + 1)}`,
    { code: 'sheets.too_many_rows', params: { limit: 50_000 } },
  ],
  ['bytes that no text has', 'a,b\n1,\0', { code: 'sheets.file_mislabelled' }],
])('refuses %s', async (_, text, refused) => {
  await expect(read(text)).rejects.toMatchObject(refused)
})

test('refuses a file that is not what its name says, is too large or of an unknown kind', async () => {
  const archive = new Uint8Array(storeZip(new Map([['a.txt', bytes('a')]])))
  const oldExcel = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])
  const refused = (name: string, file: Uint8Array, code: string) =>
    expect(readSheet(name, file)).rejects.toMatchObject({ code: `sheets.${code}` })
  await refused('rates.csv', archive, 'file_mislabelled')
  await refused('rates.csv', oldExcel, 'file_mislabelled')
  await refused('rates.csv', bytes('%PDF-1.7'), 'file_mislabelled')
  await refused('rates.xlsx', bytes('a,b\n1,2'), 'file_mislabelled')
  await refused('rates.xlsx', archive, 'file_mislabelled')
  await refused('rates.xlsx', oldExcel, 'file_old_excel')
  await refused('rates.xls', oldExcel, 'file_old_excel')
  await refused('rates.ods', archive, 'file_kind')
  await refused('rates.csv', new Uint8Array(10 * 1024 * 1024 + 1), 'file_too_large')
})

test('reads the largest sheet that it takes', async () => {
  const text = `a,b,c,d\n${'EUR,0.9245,2026-11-01,United Nations\n'.repeat(sheetLimits.rows)}`
  const start = performance.now()
  expect((await read(text)).rows).toHaveLength(sheetLimits.rows)
  console.info(`50,000 lines of CSV in ${Math.round(performance.now() - start)} ms`)
})
