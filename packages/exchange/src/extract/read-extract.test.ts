import { describe, expect, test } from 'vitest'
import { exampleExtract, readExtract } from './read-extract.ts'

const period = { from: '2026-01-01', until: '2026-12-31' }
const header = 'Document number,Posting date,Kind,Amount,Currency,USD,Text'
const read = (...lines: string[]) =>
  readExtract('extract.csv', new TextEncoder().encode([header, ...lines].join('\n')), period)
const refusedIn = async (...lines: string[]) => {
  const { rows, refusals } = await read(...lines)
  expect(rows).toEqual([])
  return refusals.map(({ line, column, code }) => [line, column, code])
}

test('reads documents with their sign, kind and dollars as booked', async () => {
  const { rows } = await read(
    '51001,2026-03-31,Donor refund,-10,JPY,-0.07,Reversal',
    '51002,2026-04-01,INTEREST,5,KWD,16.45,',
  )
  expect(rows).toEqual([
    {
      line: 2,
      document: '51001',
      postedOn: '2026-03-31',
      kind: 'DONOR_REFUND',
      amount: { amountMinor: -10, currency: 'JPY' },
      usdMinor: -7,
      text: 'Reversal',
    },
    {
      line: 3,
      document: '51002',
      postedOn: '2026-04-01',
      kind: 'INTEREST',
      amount: { amountMinor: 5000, currency: 'KWD' },
      usdMinor: 1645,
      text: '',
    },
  ])
})

test('reads its own example', async () => {
  expect((await readExtract('example.csv', exampleExtract(), period)).rows).toHaveLength(2)
})

describe('refuses a line at its column, and takes no other line of the file', () => {
  test.each([
    ['decimals that yen have not', '100.5,JPY,1', 'Amount', 'fund.amount_decimals'],
    ['a fourth decimal of dinars', '1.2345,KWD,1', 'Amount', 'fund.amount_decimals'],
    ['a third decimal of the dollars', '1,EUR,1.111', 'USD', 'fund.amount_decimals'],
    ['more than 10^15', '1000000000000001,JPY,1', 'Amount', 'fund.amount_too_large'],
    ['separators of thousands', '"1.234,50",EUR,1', 'Amount', 'fund.amount_separators'],
    ['an exponent', '1E3,EUR,1', 'Amount', 'fund.amount_exponent'],
    ['digits of another script', '١٢٣,EUR,1', 'Amount', 'fund.amount_digits'],
    ['a minus of typography', '−5,EUR,-5', 'Amount', 'fund.amount_minus_sign'],
    ['no dollars', '5,EUR,', 'USD', 'sheets.cell_missing'],
    ['other dollars than the amount in dollars', '5,USD,6', 'USD', 'reconciliation.usd_differs'],
    ['dollars of the other sign', '5,EUR,-6', 'USD', 'reconciliation.signs_differ'],
    ['nothing at all', '0,EUR,0', 'Amount', 'reconciliation.nothing'],
    ['no currency', '5,XXX,5', 'Currency', 'fund.currency_unknown'],
  ])('%s', async (_, amounts, column, code) => {
    const good = '50999,2026-03-31,INTEREST,5,EUR,6,'
    expect(await refusedIn(good, `51001,2026-03-31,INTEREST,${amounts},`)).toEqual([[3, column, code]])
  })

  test.each([
    ['03/04/2026', 'sheets.date_two_ways'],
    ['31 March 2026', 'sheets.date_unreadable'],
    ['2025-12-31', 'reconciliation.outside_period'],
    ['2027-01-01', 'reconciliation.outside_period'],
  ])('the posting date %s', async (date, code) => {
    expect(await refusedIn(`51001,${date},INTEREST,5,EUR,6,`)).toEqual([[2, 'Posting date', code]])
  })

  test('a kind that nobody knows, and a document that stands twice', async () => {
    expect(await refusedIn('51001,2026-03-31,GIFT,5,EUR,6,')).toEqual([[2, 'Kind', 'reconciliation.kind_unknown']])
    const twice = ['51 001,2026-03-31,INTEREST,5,EUR,6,', '51001,2026-03-31,INTEREST,5,EUR,6,']
    expect(await refusedIn(...twice)).toEqual([[3, 'Document number', 'reconciliation.document_repeated']])
  })
})
