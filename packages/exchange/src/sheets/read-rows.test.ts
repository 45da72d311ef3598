import { expect, test } from 'vitest'
import { amountCell, calendarDateCell, codeCell, optionalText } from './cells.ts'
import { complete, type RowReader, readRows } from './read-rows.ts'
import { readSheet } from './read-sheet.ts'

const sheetOf = (text: string) => readSheet('a.csv', new TextEncoder().encode(text))
const columns = { required: ['currency', 'Amount', 'on'], optional: ['note'] }

function readLine(row: RowReader) {
  const currency = row.read('currency', codeCell)
  const amount = currency && row.read('amount', (cell) => amountCell(cell, currency))
  return complete({
    line: row.line,
    on: row.read('on', calendarDateCell),
    note: row.read('note', optionalText),
    amount,
  })
}

test('reads every line, whatever the capitals of the header, and names the columns that nobody reads', async () => {
  const read = readRows(await sheetOf('AMOUNT,Currency,on,colour\n5,EUR,2026-11-24,red\n'), columns, readLine)
  expect(read).toEqual({
    rows: [{ line: 2, on: '2026-11-24', note: null, amount: { amountMinor: 500, currency: 'EUR' } }],
    refusals: [],
    refusedCells: 0,
    unused: ['colour'],
  })
})

test('collects every refusal with line and column, and then gives no row at all', async () => {
  const file = await sheetOf('currency,Amount,on\nEUR,5,2026-11-24\nEUR,"1.234,50",03/04/2026\n€,5,2026-11-24\n')
  const read = readRows(file, columns, readLine)
  expect(read.rows).toEqual([])
  expect(read.refusals).toMatchObject([
    { line: 3, column: 'Amount', code: 'fund.amount_separators' },
    { line: 3, column: 'on', code: 'sheets.date_two_ways', params: { value: '03/04/2026' } },
    { line: 4, column: 'currency', code: 'sheets.code_unreadable' },
  ])
})

test('keeps 500 refusals and counts the rest', async () => {
  const file = await sheetOf(`currency,Amount,on\n${'EUR,5,tomorrow\n'.repeat(700)}`)
  const read = readRows(file, columns, readLine)
  expect(read.refusals).toHaveLength(500)
  expect(read.refusedCells).toBe(700)
})

test('lets a line be refused for what no cell tells', async () => {
  const file = await sheetOf('currency,Amount,on\nEUR,5,2026-11-24\n')
  const read = readRows(file, columns, (row) => row.refuse('fund.rate_of_dollar', {}, 'Currency'))
  expect(read.refusals).toEqual([{ line: 2, column: 'currency', code: 'fund.rate_of_dollar', params: {} }])
})

test('names the columns that are missing, and refuses a file with a header only', async () => {
  const lacking = await sheetOf('currency,date\nEUR,2026-11-24\n')
  expect(() => readRows(lacking, columns, readLine)).toThrow(
    expect.objectContaining({ code: 'sheets.columns_missing', params: { columns: 'Amount, on', count: 2 } }),
  )
  const empty = await sheetOf('currency,Amount,on\n')
  expect(() => readRows(empty, columns, readLine)).toThrow(expect.objectContaining({ code: 'sheets.no_rows' }))
})
