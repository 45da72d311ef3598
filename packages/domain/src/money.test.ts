import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { currencies } from './currencies.ts'
import { DomainError } from './errors.ts'
import {
  add,
  compare,
  divideRounded,
  formatMinor,
  maxAmountMinor,
  money,
  negate,
  parseAmount,
  subtract,
  sum,
} from './money.ts'

const payable = currencies.filter((currency) => currency.minorUnits !== null).map((currency) => currency.code)
const anyAmount = fc.record({
  amountMinor: fc.integer({ min: -maxAmountMinor, max: maxAmountMinor }),
  currency: fc.constantFrom(...payable),
})

function codeOf(attempt: () => unknown): string {
  try {
    attempt()
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
  return 'accepted'
}

describe('arithmetic', () => {
  test('refuses two currencies', () => {
    const euro = { amountMinor: 1, currency: 'EUR' }
    const dollar = { amountMinor: 1, currency: 'USD' }
    expect(() => add(euro, dollar)).toThrow(RangeError)
    expect(() => compare(euro, dollar)).toThrow(RangeError)
    expect(() => sum([euro, dollar], 'EUR')).toThrow(RangeError)
  })

  test('refuses to pass 10^15 minor units', () => {
    const most = { amountMinor: maxAmountMinor, currency: 'USD' }
    expect(() => add(most, { amountMinor: 1, currency: 'USD' })).toThrow(RangeError)
    expect(money.safeParse({ amountMinor: maxAmountMinor + 1, currency: 'USD' }).success).toBe(false)
    expect(money.safeParse({ amountMinor: 0.5, currency: 'USD' }).success).toBe(false)
  })

  test('takes back what it added', () => {
    fc.assert(
      fc.property(anyAmount, fc.integer({ min: -1000, max: 1000 }), (amount, minor) => {
        const other = { amountMinor: minor, currency: amount.currency }
        if (Math.abs(amount.amountMinor + minor) > maxAmountMinor) return
        expect(subtract(add(amount, other), other)).toEqual({ ...amount, amountMinor: amount.amountMinor || 0 })
        expect(compare(add(amount, other), amount)).toBe(Math.sign(minor))
      }),
    )
  })

  test('never makes a negative zero', () => {
    expect(Object.is(negate({ amountMinor: 0, currency: 'USD' }).amountMinor, 0)).toBe(true)
  })

  test('rounds half away from zero', () => {
    expect(divideRounded(5n, 2n)).toBe(3n)
    expect(divideRounded(-5n, 2n)).toBe(-3n)
    expect(divideRounded(5n, -2n)).toBe(-3n)
    expect(divideRounded(49n, 100n)).toBe(0n)
  })
})

describe('a typed amount', () => {
  test('is read exactly in the decimals of its currency', () => {
    expect(parseAmount('1234.5', 'USD')).toEqual({ amountMinor: 123_450, currency: 'USD' })
    expect(parseAmount(' 100 ', 'JPY')).toEqual({ amountMinor: 100, currency: 'JPY' })
    expect(parseAmount('0.001', 'KWD')).toEqual({ amountMinor: 1, currency: 'KWD' })
    expect(parseAmount('9999999999999.99', 'USD').amountMinor).toBe(999_999_999_999_999)
  })

  test.each([
    ['1.5', 'JPY', 'fund.amount_decimals'],
    ['1.005', 'USD', 'fund.amount_decimals'],
    ['1e3', 'USD', 'fund.amount_exponent'],
    ['1.5E+3', 'USD', 'fund.amount_exponent'],
    ['1,000', 'USD', 'fund.amount_separators'],
    ['1 000', 'USD', 'fund.amount_separators'],
    ['1\u202f000', 'USD', 'fund.amount_separators'],
    ["1'000", 'CHF', 'fund.amount_separators'],
    ['1.000.000', 'EUR', 'fund.amount_separators'],
    ['1,5', 'EUR', 'fund.amount_separators'],
    ['١٠٠', 'USD', 'fund.amount_digits'],
    ['۱۰۰', 'USD', 'fund.amount_digits'],
    ['１００', 'USD', 'fund.amount_digits'],
    ['\u2212100', 'USD', 'fund.amount_minus_sign'],
    ['-100', 'USD', 'fund.amount_negative'],
    ['', 'USD', 'fund.amount_missing'],
    ['ten', 'USD', 'fund.amount_unreadable'],
    ['.5', 'USD', 'fund.amount_unreadable'],
    ['5.', 'USD', 'fund.amount_unreadable'],
    ['0x10', 'USD', 'fund.amount_unreadable'],
    ['10000000000000.01', 'USD', 'fund.amount_too_large'],
    ['1', 'XAU', 'fund.currency_unknown'],
  ])('refuses %j in %s with %s', (text, currency, code) => {
    expect(codeOf(() => parseAmount(text, currency))).toBe(code)
  })

  test('comes back from its exact decimal string', () => {
    fc.assert(
      fc.property(anyAmount, (amount) => {
        const positive = { ...amount, amountMinor: Math.abs(amount.amountMinor) }
        expect(parseAmount(formatMinor(positive), amount.currency)).toEqual(positive)
      }),
    )
  })

  test('is never an error nobody foresaw', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom(...payable),
        (text, currency) => void codeOf(() => parseAmount(text, currency)),
      ),
    )
  })
})

test('writes small and negative amounts with all their decimals', () => {
  expect(formatMinor({ amountMinor: -5, currency: 'USD' })).toBe('-0.05')
  expect(formatMinor({ amountMinor: 5, currency: 'KWD' })).toBe('0.005')
  expect(formatMinor({ amountMinor: 1234, currency: 'JPY' })).toBe('1234')
})
