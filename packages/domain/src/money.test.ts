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
  positiveMoney,
  smaller,
  subtract,
  sum,
  withinBounds,
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

  test('reaches 10^15 minor units, up and down, and says what is too much', () => {
    expect(withinBounds(maxAmountMinor)).toBe(10 ** 15)
    expect(withinBounds(-maxAmountMinor)).toBe(-(10 ** 15))
    expect(() => withinBounds(maxAmountMinor + 1)).toThrow('1000000000000001 minor units')
    expect(() => withinBounds(0.5)).toThrow(RangeError)
    for (const amountMinor of [maxAmountMinor, -maxAmountMinor, 0]) {
      expect(money.parse({ amountMinor, currency: 'USD' })).toEqual({ amountMinor, currency: 'USD' })
    }
    expect(money.safeParse({ amountMinor: -maxAmountMinor - 1, currency: 'USD' }).success).toBe(false)
    expect(money.safeParse({ amountMinor: 1, currency: 'USD', note: 'x' }).success).toBe(false)
    expect(money.safeParse({}).success).toBe(false)
    expect(positiveMoney.parse({ amountMinor: 1, currency: 'JPY' })).toEqual({ amountMinor: 1, currency: 'JPY' })
    expect(positiveMoney.safeParse({ amountMinor: 0, currency: 'JPY' }).success).toBe(false)
    expect(positiveMoney.safeParse({}).success).toBe(false)
  })

  test('names both currencies when there are two', () => {
    const [euro, dollar] = [
      { amountMinor: 1, currency: 'EUR' },
      { amountMinor: 1, currency: 'USD' },
    ]
    expect(() => add(euro, dollar)).toThrow('EUR and USD are two currencies')
  })

  test('finds the smaller of two amounts', () => {
    const [one, two] = [
      { amountMinor: 1, currency: 'EUR' },
      { amountMinor: 2, currency: 'EUR' },
    ]
    expect(smaller(one, two)).toBe(one)
    expect(smaller(two, one)).toBe(one)
    expect(smaller(one, { ...one })).toBe(one)
  })

  test('never makes a negative zero', () => {
    expect(Object.is(negate({ amountMinor: 0, currency: 'USD' }).amountMinor, 0)).toBe(true)
  })

  test('rounds half away from zero', () => {
    expect(divideRounded(5n, 2n)).toBe(3n)
    expect(divideRounded(-5n, 2n)).toBe(-3n)
    expect(divideRounded(5n, -2n)).toBe(-3n)
    expect(divideRounded(49n, 100n)).toBe(0n)
    expect(divideRounded(-49n, 100n)).toBe(0n)
    expect(divideRounded(-51n, -100n)).toBe(1n)
    expect(() => divideRounded(1n, 0n)).toThrow(RangeError)
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
    ['1e10', 'USD', 'fund.amount_exponent'],
    ['-2e-10', 'USD', 'fund.amount_exponent'],
    ['x1e3', 'USD', 'fund.amount_unreadable'],
    ['1e3x', 'USD', 'fund.amount_unreadable'],
    ['1,  000', 'USD', 'fund.amount_separators'],
    ['-100.25', 'USD', 'fund.amount_negative'],
    ['x-100', 'USD', 'fund.amount_unreadable'],
    ['-100x', 'USD', 'fund.amount_unreadable'],
    ['-1.x', 'USD', 'fund.amount_unreadable'],
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

test('reads up to 10^15 minor units, and says at the field what is wrong with the rest', () => {
  const refusal = (code: string, field: string, params = {}) => expect.objectContaining({ code, field, params })
  expect(parseAmount('10000000000000.00', 'USD').amountMinor).toBe(10 ** 15)
  expect(() => parseAmount('10000000000000.01', 'USD')).toThrow(refusal('fund.amount_too_large', 'amount'))
  expect(() => parseAmount('1.005', 'USD')).toThrow(
    refusal('fund.amount_decimals', 'amount', { currency: 'USD', decimals: 2 }),
  )
  for (const currency of ['XAU', 'NONE']) {
    expect(() => parseAmount('1', currency)).toThrow(refusal('fund.currency_unknown', 'currency'))
  }
})

test('writes nothing as nothing, without a sign', () => {
  expect(formatMinor({ amountMinor: 0, currency: 'USD' })).toBe('0.00')
  expect(formatMinor({ amountMinor: 0, currency: 'JPY' })).toBe('0')
})
