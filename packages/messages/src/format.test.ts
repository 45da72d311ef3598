import { locales } from '@concert/domain/locales'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDate, formatInstant, formatMoney, formatNumber, formatShortMoney, minorToDecimal } from './format.ts'

test('writes minor units as a decimal without losing one', () => {
  expect(minorToDecimal(5, 2)).toBe('0.05')
  expect(minorToDecimal(-5, 3)).toBe('-0.005')
  expect(minorToDecimal(19_005_222, 0)).toBe('19005222')
  expect(minorToDecimal(9_007_199_254_740_991, 2)).toBe('90071992547409.91')
})

test('gives back the same minor units for every amount and every number of digits', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.integer({ min: 0, max: 4 }), (amountMinor, digits) => {
      expect(Number(minorToDecimal(amountMinor, digits).replace('.', ''))).toBe(amountMinor)
    }),
  )
})

test('refuses an amount that is no exact integer', () => {
  expect(() => minorToDecimal(0.5, 2)).toThrow(RangeError)
})

test('shows the largest amount to the cent, with its currency code', () => {
  const shown = formatMoney('en', { amountMinor: 900_719_925_474_099_1, currency: 'USD' }, 2)
  expect(shown.replace(/\s/g, ' ')).toBe('USD 90,071,992,547,409.91')
})

test('takes the digits of the currency from the caller, not from Intl', () => {
  expect(formatMoney('en', { amountMinor: 1234, currency: 'JPY' }, 0).replace(/\s/g, ' ')).toBe('JPY 1,234')
  expect(formatMoney('en', { amountMinor: 1234, currency: 'KWD' }, 3).replace(/\s/g, ' ')).toBe('KWD 1.234')
})

test.each(locales)('uses Western digits and the Gregorian calendar in %s', (locale) => {
  expect(formatDate(locale, '2026-11-24')).toMatch(/2026/)
  expect(formatDate(locale, '2026-11-24')).toMatch(/24/)
  expect(formatNumber(locale, 12_345)).toMatch(/12.?345/)
  expect(formatShortMoney(locale, { amountMinor: 123_456_700, currency: 'USD' }, 2)).toMatch(/USD/)
})

test('never moves a calendar date to the day before or after', () => {
  expect(formatDate('en', '2026-01-01')).toBe('1 January 2026')
  expect(formatInstant('en', '2026-01-01T00:00:00.000Z')).toBe('1 Jan 2026, 00:00 UTC')
})
