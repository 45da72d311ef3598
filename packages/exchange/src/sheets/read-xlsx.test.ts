import { expect, test } from 'vitest'
import writeWorkbook from 'write-excel-file/node'
import { readSheet } from './read-sheet.ts'
import { storeZip } from './store-zip.ts'
import { deflated, sheetData, text, workbook, workbookParts } from './testing.ts'

const read = (file: Uint8Array) => readSheet('rates.xlsx', file)
const refusal = (name: string, params = {}) => ({ code: `sheets.${name}`, params })

test('reads text, numbers and dates of a workbook as what they are', async () => {
  const file = await writeWorkbook([
    ['currency', 'units', 'from', 'on', 'note'],
    ['EUR', 0.9245, { value: new Date('2026-11-01'), type: Date, format: 'yyyy-mm-dd' }, true, ' a '],
    [],
    ['KES', 129, { value: new Date('2026-11-01T13:30:00Z'), type: Date, format: 'dd/mm/yyyy' }, null, '=1+1'],
  ]).toBuffer()
  const sheet = await read(file)
  expect(sheet.headers).toEqual(['currency', 'units', 'from', 'on', 'note'])
  expect(sheet.rows).toEqual([
    {
      line: 2,
      cells: { currency: 'EUR', units: { number: '0.9245' }, from: { date: '2026-11-01' }, on: 'TRUE', note: 'a' },
    },
    {
      line: 4,
      cells: { currency: 'KES', units: { number: '129' }, from: '2026-11-01T13:30:00.000Z', on: '', note: '=1+1' },
    },
  ])
})

test.each([
  ['8.1999999999999993', '8.2'],
  ['1.2345E-7', '0.00000012345'],
  ['1E3', '1000'],
  ['1.5E21', '1500000000000000000000'],
  ['-0.05', '-0.05'],
  ['88259496234518.57', '88259496234518.56'],
])('writes the number %s out as %s', async (stored, number) => {
  const sheet = await read(workbook([[text('a')], [`<c><v>${stored}</v></c>`]]))
  expect(sheet.rows[0]?.cells.a).toEqual({ number })
})

test('keeps a formula that was never calculated as text, and takes the kept value of another', async () => {
  const file = workbook([
    [text('a'), text('b')],
    ['<c><f>SUM(1,2)</f></c>', '<c><f>1+1</f><v>2</v></c>'],
    [text('x'), '<c t="str"><f>HYPERLINK("http://x")</f></c>'],
  ])
  const sheet = await read(file)
  expect(sheet.rows[0]?.cells).toEqual({ a: '=SUM(1,2)', b: { number: '2' } })
  expect(sheet.rows[1]?.cells).toEqual({ a: 'x', b: '=HYPERLINK("http://x")' })
})

test('refuses merged cells, errors of formulas and a second sheet with data, each by its name', async () => {
  const rows = [
    [text('a'), text('b')],
    [text('1'), text('2')],
  ]
  await expect(read(workbook(rows, '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'))).rejects.toMatchObject(
    refusal('cells_merged', { range: 'A1:B1' }),
  )
  await expect(read(workbook([[text('a')], ['<c t="e"><v>#REF!</v></c>']]))).rejects.toMatchObject(
    refusal('cell_error', {
      line: 2,
      column: 'A',
      value: '#REF!',
    }),
  )
  const two = storeZip(workbookParts({ Rates: sheetData(rows), Archive: sheetData(rows) }))
  await expect(read(new Uint8Array(two))).rejects.toMatchObject(refusal('second_sheet', { sheet: 'Archive' }))
})

test('overlooks a second sheet that is empty', async () => {
  const two = storeZip(workbookParts({ Rates: sheetData([[text('a')], [text('1')]]), Sheet2: '<sheetData/>' }))
  expect((await read(new Uint8Array(two))).rows).toHaveLength(1)
})

test('refuses hidden characters and duplicate headers in a workbook too', async () => {
  await expect(read(workbook([[text('a')], [text('x\u202e')]]))).rejects.toMatchObject(
    refusal('cell_hidden_character', { line: 2, column: 'a' }),
  )
  await expect(
    read(
      workbook([
        [text('a'), text('a')],
        [text('1'), text('2')],
      ]),
    ),
  ).rejects.toMatchObject(refusal('header_twice'))
  await expect(read(workbook([[text('a')], [text('1'), text('2')]]))).rejects.toMatchObject(
    refusal('header_empty', { line: 2, column: 'B' }),
  )
})

const megabyte = 1024 * 1024

const bombs: [string, () => Uint8Array, string][] = [
  [
    'a part a thousand times its size',
    () => deflated('xl/worksheets/sheet1.xml', new Uint8Array(40 * megabyte)),
    'file_bomb',
  ],
  [
    'a part that lies about its size',
    () => deflated('xl/worksheets/sheet1.xml', new Uint8Array(40 * megabyte), 1000),
    'file_broken',
  ],
  ['more than fits', () => deflated('xl/worksheets/sheet1.xml', new Uint8Array(70 * megabyte)), 'file_bomb'],
  [
    'a thousand parts',
    () => new Uint8Array(storeZip(new Map(Array.from({ length: 1000 }, (_, n) => [`${n}.xml`, new Uint8Array(1)])))),
    'file_bomb',
  ],
  [
    'a cell far to the right',
    () => workbook([[text('a')]], '<sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData>'),
    'too_many_columns',
  ],
  [
    'a cell far below',
    () => workbook([[text('a')]], '<sheetData><row r="9999999"><c r="A9999999"><v>1</v></c></row></sheetData>'),
    'too_many_rows',
  ],
  [
    'entities that grow',
    () =>
      new Uint8Array(
        storeZip(
          new Map([
            ...workbookParts({ a: '' }),
            ['xl/worksheets/sheet1.xml', Buffer.from('<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>')],
          ]),
        ),
      ),
    'file_broken',
  ],
  ['an archive cut off', () => workbook([[text('a')]]).slice(0, 200), 'file_broken'],
  ['XML that is none', () => workbook([[text('a')]], '<unclosed>'), 'file_broken'],
]

test.each(bombs)('refuses %s before it grows', async (what, file, name) => {
  const bytes = file()
  const memory = process.memoryUsage().rss
  const start = performance.now()
  await expect(read(bytes)).rejects.toMatchObject(refusal(name))
  const grown = Math.max(0, process.memoryUsage().rss - memory) / megabyte
  console.info(
    `${what}: ${bytes.length} bytes refused in ${Math.round(performance.now() - start)} ms, +${Math.round(grown)} MB`,
  )
})

test('reads a large workbook', async () => {
  const rows = Array.from({ length: 20_000 }, (_, n) => ['EUR', 0.9 + n / 100_000, 'United Nations'])
  const file = await writeWorkbook([['currency', 'units', 'source'], ...rows]).toBuffer()
  const start = performance.now()
  expect((await read(file)).rows).toHaveLength(20_000)
  console.info(
    `20,000 lines of XLSX (${Math.round(file.length / 1024)} kB) in ${Math.round(performance.now() - start)} ms`,
  )
})
