import { DomainError } from '@concert/domain/errors'
import { describe, expect, test } from 'vitest'
import { text, workbook } from '../sheets/testing.ts'
import { exampleBankList, readBankList } from './read-bank-list.ts'

const header = 'Date received,Amount,Currency,Bank reference,Sender,Text'
const bytes = (...lines: string[]) => new TextEncoder().encode([header, ...lines].join('\n'))
const read = (currency: string, ...lines: string[]) => readBankList('list.csv', bytes(...lines), currency)
const refusedIn = async (currency: string, ...lines: string[]) => {
  const { rows, refusals } = await read(currency, ...lines)
  expect(rows).toEqual([])
  return refusals.map(({ line, column, code }) => [line, column, code])
}

test('reads every payment with its line, exactly', async () => {
  const { rows } = await read('KWD', '2026-11-03,1.234,KWD,REF 1,"Sender, Ltd",for you', '2026-11-04,7,kwd,,,')
  expect(rows).toEqual([
    {
      line: 2,
      receivedOn: '2026-11-03',
      amount: { amountMinor: 1234, currency: 'KWD' },
      bankReference: 'REF 1',
      sender: 'Sender, Ltd',
      text: 'for you',
    },
    {
      line: 3,
      receivedOn: '2026-11-04',
      amount: { amountMinor: 7000, currency: 'KWD' },
      bankReference: null,
      sender: '',
      text: '',
    },
  ])
})

test('reads its own example', async () => {
  expect((await readBankList('example.csv', exampleBankList(), 'USD')).rows).toHaveLength(2)
})

describe('refuses a line at its column, and takes no other line of the file', () => {
  test.each([
    ['a negative amount', 'USD', '-5.00', 'fund.amount_negative'],
    ['nothing', 'USD', '0.00', 'bankLists.amount_zero'],
    ['no amount', 'USD', '', 'sheets.cell_missing'],
    ['decimals that yen have not', 'JPY', '100.5', 'fund.amount_decimals'],
    ['a fourth decimal of dinars', 'KWD', '1.2345', 'fund.amount_decimals'],
    ['more than 10^15', 'JPY', '1000000000000001', 'fund.amount_too_large'],
    ['separators of thousands', 'EUR', '"1.234,50"', 'fund.amount_separators'],
    ['an exponent', 'EUR', '1e5', 'fund.amount_exponent'],
    ['digits of another script', 'EUR', '١٢٣', 'fund.amount_digits'],
    ['a minus of typography', 'EUR', '−5', 'fund.amount_minus_sign'],
    ['words', 'EUR', 'ten', 'fund.amount_unreadable'],
  ])('%s', async (_, currency, amount, code) => {
    const good = `2026-11-03,5,${currency},REF 1,A,`
    expect(await refusedIn(currency, good, `2026-11-03,${amount},${currency},REF 2,A,`)).toEqual([[3, 'Amount', code]])
  })

  test.each([
    ['a day that could be two', '03/11/2026', 'sheets.date_two_ways'],
    ['a month in words', '3 November 2026', 'sheets.date_unreadable'],
    ['30 February', '2026-02-30', 'sheets.date_unreadable'],
    ['a day without hyphens', '20261103', 'sheets.date_unreadable'],
    ['no day', '', 'sheets.cell_missing'],
  ])('%s', async (_, date, code) => {
    expect(await refusedIn('USD', `${date},5,USD,REF 1,A,`)).toEqual([[2, 'Date received', code]])
  })

  test('another currency than the account’s, one that was no currency that day, and a reference that stands twice', async () => {
    expect(await refusedIn('USD', '2026-11-03,5,EUR,REF 1,A,')).toEqual([[2, 'Currency', 'bankLists.other_currency']])
    expect(await refusedIn('HRK', '2026-11-03,5,HRK,REF 1,A,')).toEqual([[2, 'Currency', 'fund.currency_not_active']])
    const twice = ['2026-11-03,5,USD,REF 1,A,', '2026-11-04,6,USD,REF 1,B,']
    expect(await refusedIn('USD', ...twice)).toEqual([[3, 'Bank reference', 'bankLists.reference_repeated']])
  })

  test('numbers of a spreadsheet that are no exact amount', async () => {
    const cells = header.split(',').map(text)
    const sheet = workbook([
      cells,
      [text('2026-11-03'), '<c><v>100.5</v></c>', text('JPY'), text('R'), text('A'), text('')],
    ])
    const { refusals } = await readBankList('list.xlsx', sheet, 'JPY')
    expect(refusals).toMatchObject([{ line: 2, column: 'Amount', code: 'fund.amount_decimals' }])
  })
})

test('refuses a file without the columns, with their names', async () => {
  const file = new TextEncoder().encode('Date received;Amount\n2026-11-03;5')
  const refusal = await readBankList('list.csv', file, 'USD').catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(DomainError)
  expect(refusal).toMatchObject({ code: 'sheets.columns_missing', params: { count: 3 } })
})
