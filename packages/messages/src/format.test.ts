import { type Locale, locales } from '@concert/domain/locales'
import { expect, test } from 'vitest'
import { formatDate, formatDateRange, formatInstant, formatNumber, sortByName } from './format.ts'
import { formatAmount, formatMoney, formatMoneyInFile, formatShortMoney } from './format-money.ts'

const plainSpaces = (text: string) => text.replace(/\s/g, ' ')

test('shows the largest amount to the cent, with its currency code', () => {
  const shown = formatMoney('en', { amountMinor: 900_719_925_474_099, currency: 'USD' })
  expect(plainSpaces(shown)).toBe('USD 9,007,199,254,740.99')
})

test('takes the decimals of a currency from our own table, not from Intl', () => {
  expect(plainSpaces(formatMoney('en', { amountMinor: 1234, currency: 'JPY' }))).toBe('JPY 1,234')
  expect(plainSpaces(formatMoney('en', { amountMinor: 1234, currency: 'KWD' }))).toBe('KWD 1.234')
})

test.each(locales)('uses Western digits and the Gregorian calendar in %s', (locale) => {
  expect(formatDate(locale, '2026-11-24')).toMatch(/2026/)
  expect(formatDate(locale, '2026-11-24')).toMatch(/24/)
  expect(formatNumber(locale, 12_345)).toMatch(/12.?345/)
  expect(formatShortMoney(locale, { amountMinor: 123_456_700, currency: 'USD' })).toMatch(/USD/)
})

test('never moves a calendar date to the day before or after', () => {
  expect(formatDate('en', '2026-01-01')).toBe('1 January 2026')
  expect(formatInstant('en', '2026-01-01T00:00:00.000Z')).toBe('1 Jan 2026, 00:00 UTC')
})

test('sorts names as readers of the language do', () => {
  expect(sortByName('fr', ['Zambie', 'Égypte', 'Espagne'], (name) => name)).toEqual(['Égypte', 'Espagne', 'Zambie'])
})

test('says once what two dates share', () => {
  const range = (locale: Locale) => plainSpaces(formatDateRange(locale, '2017-09-27', '2017-09-28'))
  expect(range('fr')).toBe('27–28 septembre 2017')
  expect(range('zh')).toBe('2017年9月27日至2017年9月28日')
  expect(formatDateRange('fr', '2017-09-27', '2017-09-27')).toBe('27 septembre 2017')
})

test('keeps the currency of a negative amount on the same side as that of a positive one in Arabic', () => {
  expect(formatMoney('ar', { amountMinor: 123450, currency: 'USD' })).toBe('\u200f1,234.50\u00a0USD')
  expect(formatMoney('ar', { amountMinor: -123450, currency: 'USD' })).toBe('\u200f\u2066-1,234.50\u2069\u00a0USD')
})

test('money in a file reads as on a page, in Arabic as one whole from left to right', () => {
  const amount = { amountMinor: 123_450, currency: 'EUR' }
  expect(formatMoneyInFile('fr', amount)).toBe(formatMoney('fr', amount))
  expect(formatMoneyInFile('ar', amount)).toBe('EUR 1,234.50')
  expect(formatAmount('ar', { amountMinor: 1234, currency: 'JPY' })).toBe('1,234')
})
