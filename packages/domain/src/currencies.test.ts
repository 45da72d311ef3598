import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { currencies, currenciesOn, currencyCode, decimalsOf, findCurrency, isActiveOn } from './currencies.ts'

const published = resolve(import.meta.dirname, '../../../../shared/reference/currencies-iso4217.csv')

test('knows the decimals that Intl disagrees about', () => {
  expect(decimalsOf('JPY')).toBe(0)
  expect(decimalsOf('KWD')).toBe(3)
  expect(decimalsOf('CLF')).toBe(4)
  expect(decimalsOf('ISK')).toBe(0)
  expect(decimalsOf('LAK')).toBe(2)
})

test('accepts a former currency in its time only', () => {
  expect(isActiveOn('HRK', '2022-12-31')).toBe(true)
  expect(isActiveOn('HRK', '2023-01-01')).toBe(false)
  expect(isActiveOn('MRU', '2017-12-31')).toBe(false)
  expect(isActiveOn('EUR', '2026-11-24')).toBe(true)
})

test('refuses what nobody can pay in', () => {
  for (const code of ['XAU', 'XXX', 'XTS', 'usd', 'EURO', '']) expect(currencyCode.safeParse(code).success).toBe(false)
  expect(() => decimalsOf('XAU')).toThrow(RangeError)
})

test('has each code once', () => {
  expect(new Set(currencies.map((currency) => currency.code)).size).toBe(currencies.length)
})

test.skipIf(!existsSync(published))('agrees with the published list in every row', () => {
  const rows = readFileSync(published, 'utf8').trim().split(/\r?\n/).slice(1)
  for (const row of rows) {
    const [code = '', numeric] = row.split(',')
    const minorUnit = row.slice(row.lastIndexOf(',') + 1)
    expect(findCurrency(code)).toMatchObject({ numeric, minorUnits: minorUnit === '-' ? null : Number(minorUnit) })
  }
})

test('says in a code of its own what is no currency', () => {
  const refused = currencyCode.safeParse('XAU')
  expect(refused.error?.issues).toMatchObject([{ code: 'custom', params: { code: 'fund.currency_unknown' } }])
  expect(currencyCode.parse('JPY')).toBe('JPY')
  expect(() => decimalsOf('XAU')).toThrow('XAU is no currency that can be paid in')
  expect(() => decimalsOf('NONE')).toThrow(RangeError)
  expect(findCurrency('NONE')).toBeUndefined()
})

test('a new currency begins on its first day, and what nobody can pay in or know never does', () => {
  expect(isActiveOn('SLE', '2022-03-31')).toBe(false)
  expect(isActiveOn('SLE', '2022-04-01')).toBe(true)
  expect(isActiveOn('XAU', '2026-11-24')).toBe(false)
  expect(isActiveOn('NONE', '2026-11-24')).toBe(false)
  const codes = currenciesOn('2026-11-24').map(({ code }) => code)
  expect(codes).toContain('EUR')
  for (const code of ['HRK', 'XAU']) expect(codes).not.toContain(code)
  expect(currenciesOn('2022-12-31').map(({ code }) => code)).toContain('HRK')
})
