import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from './calendar-date.ts'
import { type ExchangeRate, fromUsdMinor, rateOn, rateRecord, toUsdMinor, unitsPerUsd } from './exchange-rate.ts'

const euro = (on: string, units: string): ExchangeRate => ({ currency: 'EUR', on, unitsPerUsd: units, source: 'UN' })

describe('the rate of a day', () => {
  const rates = [euro('2026-07-01', '0.91'), euro('2026-09-01', '0.93'), euro('2026-08-01', '0.92')]

  test('is the newest that is not after it', () => {
    expect(rateOn(rates, 'EUR', '2026-08-31').unitsPerUsd).toBe('0.92')
    expect(rateOn(rates, 'EUR', '2026-09-01').unitsPerUsd).toBe('0.93')
  })

  test('is missing once it is more than 62 days old, and never guessed', () => {
    expect(rateOn(rates, 'EUR', addDays('2026-09-01', 62)).unitsPerUsd).toBe('0.93')
    expect(() => rateOn(rates, 'EUR', addDays('2026-09-01', 63))).toThrow('fund.rate_missing')
    expect(() => rateOn(rates, 'EUR', '2026-06-30')).toThrow('fund.rate_missing')
    expect(() => rateOn(rates, 'CHF', '2026-09-01')).toThrow('fund.rate_missing')
  })

  test('is 1 for the dollar, which needs no table', () => {
    expect(rateOn([], 'USD', '2026-01-01').unitsPerUsd).toBe('1')
    expect(rateRecord.safeParse({ currency: 'USD', on: '2026-01-01', unitsPerUsd: '1', source: 'UN' }).success).toBe(
      false,
    )
  })
})

describe('conversion', () => {
  test('goes from the minor units of one currency to cents', () => {
    const yen = { currency: 'JPY', on: '2026-09-01', unitsPerUsd: '149.2', source: 'UN' }
    expect(toUsdMinor({ amountMinor: 19_005_222, currency: 'JPY' }, yen)).toBe(12_738_084)
    const dinar = { currency: 'KWD', on: '2026-09-01', unitsPerUsd: '0.305', source: 'UN' }
    expect(toUsdMinor({ amountMinor: 305, currency: 'KWD' }, dinar)).toBe(100)
  })

  test('rounds half away from zero, once', () => {
    const half = { currency: 'EUR', on: '2026-09-01', unitsPerUsd: '2', source: 'UN' }
    expect(toUsdMinor({ amountMinor: 1, currency: 'EUR' }, half)).toBe(1)
    expect(toUsdMinor({ amountMinor: -1, currency: 'EUR' }, half)).toBe(-1)
    expect(toUsdMinor({ amountMinor: 3, currency: 'EUR' }, half)).toBe(2)
  })

  test('refuses another currency’s rate and amounts past the bound', () => {
    expect(() => toUsdMinor({ amountMinor: 1, currency: 'CHF' }, euro('2026-09-01', '0.9'))).toThrow(RangeError)
    expect(() => toUsdMinor({ amountMinor: 10 ** 15, currency: 'EUR' }, euro('2026-09-01', '0.9'))).toThrow(
      'fund.amount_too_large',
    )
  })

  test('changes sign with the amount, and there and back differs by less than a unit’s rounding', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 11 }), fc.integer({ min: 1, max: 5000 }), (minor, thousandths) => {
        const rate = euro('2026-09-01', (thousandths / 1000).toFixed(3))
        const usd = toUsdMinor({ amountMinor: minor, currency: 'EUR' }, rate)
        expect(toUsdMinor({ amountMinor: minor === 0 ? 0 : -minor, currency: 'EUR' }, rate) + usd).toBe(0)
        const back = fromUsdMinor(usd, 'EUR', rate).amountMinor
        expect(Math.abs(back - minor)).toBeLessThanOrEqual(Math.ceil(thousandths / 2000) + 1)
      }),
    )
  })
})

test('a rate is an exact positive decimal', () => {
  for (const text of ['0', '0.000', '-1', '1e3', '1,5', '', 'NaN', '1.12345678901']) {
    expect(unitsPerUsd.safeParse(text).success).toBe(false)
  }
  expect(unitsPerUsd.safeParse('0.8765').success).toBe(true)
})

describe('what is refused about a rate', () => {
  const refusal = (code: string, field: string, params = {}) => expect.objectContaining({ code, field, params })
  const typed = { currency: 'EUR', on: '2026-09-01', unitsPerUsd: '0.9', source: ' UN ' }
  const issuesOf = (over: object) => rateRecord.safeParse({ ...typed, ...over }).error?.issues ?? []

  test('is said at its field and with its code', () => {
    expect(rateRecord.parse(typed)).toEqual({ ...typed, source: 'UN' })
    expect(issuesOf({ currency: 'USD' })).toMatchObject([
      { path: ['currency'], params: { code: 'fund.rate_of_dollar' } },
    ])
    for (const text of ['0', '1.', '.5', 'x1', '1x', '1234567890123']) {
      expect(issuesOf({ unitsPerUsd: text })).toMatchObject([
        { path: ['unitsPerUsd'], params: { code: 'fund.rate_unreadable' } },
      ])
    }
    for (const source of [' ', 'x'.repeat(201)]) expect(issuesOf({ source })).toMatchObject([{ path: ['source'] }])
    expect(issuesOf({ source: 'x'.repeat(200) })).toEqual([])
    expect(issuesOf({ other: 1 })).not.toEqual([])
  })

  test('has up to 12 digits before the point, and none or up to 10 after it', () => {
    for (const text of ['123456789012', '0.0000000001', '7', '1500.25']) {
      expect(unitsPerUsd.safeParse(text).success).toBe(true)
    }
  })

  test('is missing with its currency and day, where the amount is typed', () => {
    const params = { currency: 'CHF', date: '2026-09-01' }
    expect(() => rateOn([], 'CHF', '2026-09-01')).toThrow(refusal('fund.rate_missing', 'amount', params))
    expect(rateOn([], 'USD', '2026-09-01')).toEqual({
      currency: 'USD',
      on: '2026-09-01',
      unitsPerUsd: '1',
      source: 'USD',
    })
  })

  test('is another currency’s, or is none', () => {
    const rate = euro('2026-09-01', '0.9')
    expect(() => toUsdMinor({ amountMinor: 1, currency: 'CHF' }, rate)).toThrow(
      'The rate of EUR says nothing about CHF',
    )
    expect(() => fromUsdMinor(1, 'CHF', rate)).toThrow('The rate of EUR says nothing about CHF')
    expect(() => toUsdMinor({ amountMinor: 1, currency: 'EUR' }, euro('2026-09-01', '0'))).toThrow('0 is no rate')
  })

  test('takes an amount past 10^15, on either side, and not before', () => {
    const par = euro('2026-09-01', '1')
    for (const amountMinor of [10 ** 15, -(10 ** 15)]) {
      expect(toUsdMinor({ amountMinor, currency: 'EUR' }, par)).toBe(amountMinor)
      expect(fromUsdMinor(amountMinor, 'EUR', par)).toEqual({ amountMinor, currency: 'EUR' })
    }
    const dear = euro('2026-09-01', '0.5')
    for (const amountMinor of [10 ** 15, -(10 ** 15)]) {
      expect(() => toUsdMinor({ amountMinor, currency: 'EUR' }, dear)).toThrow(
        refusal('fund.amount_too_large', 'amount'),
      )
    }
  })
})
