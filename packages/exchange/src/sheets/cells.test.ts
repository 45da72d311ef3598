import { formatMinor } from '@concert/domain/money'
import { expect, test } from 'vitest'
import {
  amountCell,
  calendarDateCell,
  codeCell,
  currencyCell,
  optionalText,
  requiredText,
  signedAmountCell,
} from './cells.ts'
import type { SheetCell } from './sheet.ts'

const refusing = (code: string) => expect.objectContaining({ code })

test.each<[SheetCell, string]>([
  ['2026-11-24', '2026-11-24'],
  [{ date: '2026-11-24' }, '2026-11-24'],
])('reads %j as a day', (cell, day) => {
  expect(calendarDateCell(cell)).toBe(day)
})

test.each<[SheetCell, string]>([
  ['03/04/2026', 'sheets.date_two_ways'],
  ['3.4.26', 'sheets.date_two_ways'],
  ['2026-02-30', 'sheets.date_unreadable'],
  ['24 November 2026', 'sheets.date_unreadable'],
  ['2026-11-24T13:00:00.000Z', 'sheets.date_unreadable'],
  [{ date: '1900-01-01' }, 'sheets.date_unreadable'],
  [{ number: '46000' }, 'sheets.date_is_number'],
  ['', 'sheets.cell_missing'],
])('refuses %j as a day', (cell, code) => {
  expect(() => calendarDateCell(cell)).toThrow(refusing(code))
})

test.each<[SheetCell, string, string]>([
  ['1234.5', 'EUR', '1234.50'],
  [{ number: '1234.56' }, 'EUR', '1234.56'],
  [{ number: '1300000' }, 'JPY', '1300000'],
  [{ number: '9999999999999.99' }, 'USD', '9999999999999.99'],
])('reads %j as an amount in %s', (cell, currency, amount) => {
  expect(formatMinor(amountCell(cell, currency))).toBe(amount)
})

test.each<[SheetCell, string, string]>([
  ['1.234,50', 'EUR', 'fund.amount_separators'],
  ['1,234.50', 'EUR', 'fund.amount_separators'],
  ['1e3', 'EUR', 'fund.amount_exponent'],
  ['١٢٣', 'EUR', 'fund.amount_digits'],
  ['\u22125', 'EUR', 'fund.amount_minus_sign'],
  ['-5', 'EUR', 'fund.amount_negative'],
  ['=1+1', 'EUR', 'fund.amount_unreadable'],
  [{ number: '1234.567' }, 'EUR', 'fund.amount_decimals'],
  [{ number: '0.5' }, 'JPY', 'fund.amount_decimals'],
  [{ number: '0.30000000000000004' }, 'EUR', 'sheets.number_inexact'],
  [{ number: '12345678901234567' }, 'JPY', 'sheets.number_inexact'],
  [{ date: '2026-11-24' }, 'EUR', 'sheets.amount_is_date'],
  ['', 'EUR', 'sheets.cell_missing'],
  ['5', 'XXX', 'fund.currency_unknown'],
])('refuses %j as an amount in %s', (cell, currency, code) => {
  expect(() => amountCell(cell, currency)).toThrow(refusing(code))
})

test('reads amounts with a sign, and only the sign of the keyboard', () => {
  expect(signedAmountCell('-5.00', 'EUR').amountMinor).toBe(-500)
  expect(signedAmountCell({ number: '-5' }, 'EUR').amountMinor).toBe(-500)
  expect(signedAmountCell('+5', 'EUR').amountMinor).toBe(500)
  expect(() => signedAmountCell('--5', 'EUR')).toThrow(refusing('fund.amount_unreadable'))
  expect(() => signedAmountCell('\u22125', 'EUR')).toThrow(refusing('fund.amount_minus_sign'))
  expect(() => signedAmountCell('(5)', 'EUR')).toThrow(refusing('fund.amount_unreadable'))
})

test('takes the digits of a whole number as text, and nothing that may have lost some', () => {
  expect(requiredText({ number: '4711' })).toBe('4711')
  expect(optionalText('')).toBeNull()
  expect(() => requiredText('')).toThrow(refusing('sheets.cell_missing'))
  expect(() => requiredText({ number: '1.5' })).toThrow(refusing('sheets.text_is_number'))
  expect(() => requiredText({ number: '1234567890123456' })).toThrow(refusing('sheets.text_is_number'))
  expect(() => requiredText({ date: '2026-11-24' })).toThrow(refusing('sheets.text_is_date'))
})

test('reads a code in capital letters', () => {
  expect(codeCell('eur')).toBe('EUR')
  expect(() => codeCell('€')).toThrow(refusing('sheets.code_unreadable'))
})

test('takes a currency that can be paid in, and no metal or unknown code', () => {
  expect(currencyCell('eur')).toBe('EUR')
  expect(() => currencyCell('XAU')).toThrow(refusing('fund.currency_unknown'))
  expect(() => currencyCell('QQQ')).toThrow(refusing('fund.currency_unknown'))
})
