import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ExchangeRate, toUsdMinor } from '../exchange-rate.ts'
import { closingEntries, type OpenBalance, revaluationsOf, takenBack, takenBackEntry } from './closing-entry.ts'
import { carryingShare, isBalanced } from './entry.ts'

const rateOf = (currency: string, unitsPerUsd: string): ExchangeRate => ({
  currency,
  on: '2026-10-01',
  unitsPerUsd,
  source: 'Test',
})
const rates = new Map([
  ['EUR', rateOf('EUR', '0.8')],
  ['JPY', rateOf('JPY', '150')],
])
const carried = (currency: string, amountMinor: number, usdMinor: number) => ({
  amount: { amountMinor, currency },
  usdMinor,
})

describe('closing at 0.8 euros per dollar', () => {
  const receivable: OpenBalance = {
    account: 'receivable',
    about: { pledgeId: 'p', donorId: 'd' },
    atClose: carried('EUR', 80_000, 90_000),
    since: [],
    now: carried('EUR', 80_000, 90_000),
  }

  test('carries a receivable at the closing rate, and the difference as its own line without a pledge', () => {
    const [closing, ...more] = closingEntries('2026-10-31', revaluationsOf([receivable], rates))
    expect(more).toEqual([])
    expect(closing).toMatchObject({ kind: 'period_closed', valueDate: '2026-10-31' })
    expect(closing?.lines).toMatchObject([
      {
        account: 'receivable',
        amount: { amountMinor: 0, currency: 'EUR' },
        usdMinor: 10_000,
        about: { pledgeId: 'p' },
      },
      { account: 'fx_difference', amount: { amountMinor: 0 }, usdMinor: -10_000, about: {} },
    ])
  })

  test('takes back the share of what was settled since, on the day of each settlement', () => {
    const since = [
      { on: '2026-11-05', amountMinor: -40_000 },
      { on: '2026-11-09', amountMinor: -20_000 },
    ]
    const settled = { ...receivable, since, now: carried('EUR', 20_000, 22_500) }
    const [, first, second] = closingEntries('2026-10-31', revaluationsOf([settled], rates))
    expect(first).toMatchObject({ valueDate: '2026-11-05', lines: [{ account: 'receivable', usdMinor: -5_000 }, {}] })
    expect(second).toMatchObject({ valueDate: '2026-11-09', lines: [{ account: 'receivable', usdMinor: -2_500 }, {}] })
  })

  test('leaves no dollars over a balance that is gone', () => {
    const since = [{ on: '2026-11-05', amountMinor: -80_000 }]
    const paid = { ...receivable, since, now: carried('EUR', 0, 0) }
    const lines = closingEntries('2026-10-31', revaluationsOf([paid], rates)).flatMap((one) => one.lines)
    const left = lines.filter(({ account }) => account === 'receivable').reduce((sum, one) => sum + one.usdMinor, 0)
    expect(left).toBe(0)
  })

  test('books nothing where every balance stands at the closing rate', () => {
    const even = {
      ...receivable,
      atClose: carried('EUR', 80_000, 100_000),
      since: [],
      now: carried('EUR', 80_000, 100_000),
    }
    expect(closingEntries('2026-10-31', revaluationsOf([even], rates))).toEqual([])
  })

  test('refuses to guess a rate', () => {
    const strange = { ...receivable, atClose: carried('CHF', 1, 1) }
    expect(() => revaluationsOf([strange], rates)).toThrow(RangeError)
  })
})

const balance = fc
  .record({
    account: fc.constantFrom('cash' as const, 'receivable' as const, 'unallocated' as const, 'grants_payable' as const),
    currency: fc.constantFrom('EUR', 'JPY'),
    minor: fc.integer({ min: 1, max: 10 ** 9 }),
    carriedAt: fc.integer({ min: 0, max: 10 ** 9 }),
    settled: fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 4 }),
  })
  .map(({ account, currency, minor, carriedAt, settled }): OpenBalance => {
    const sign = account === 'unallocated' || account === 'grants_payable' ? -1 : 1
    let now = carried(currency, minor, carriedAt)
    const since = settled.map((percent, index) => {
      const part = Math.floor((now.amount.amountMinor * percent) / 100)
      now = {
        amount: { amountMinor: now.amount.amountMinor - part, currency },
        usdMinor: now.usdMinor - carryingShare({ amountMinor: part, currency }, now).usdMinor,
      }
      return { on: `2026-11-0${index + 1}`, amountMinor: -sign * part }
    })
    const signed = ({ amount, usdMinor }: typeof now) =>
      carried(currency, sign * amount.amountMinor + 0, sign * usdMinor + 0)
    return { account, about: {}, atClose: carried(currency, sign * minor, sign * carriedAt), since, now: signed(now) }
  })

describe('whatever stands in the books', () => {
  test('a closing moves no amount, balances, and leaves every balance at the closing rate', () => {
    fc.assert(
      fc.property(fc.array(balance, { maxLength: 30 }), (balances) => {
        const revaluations = revaluationsOf(balances, rates)
        const entries = closingEntries('2026-10-31', revaluations)
        for (const { lines } of entries) {
          expect(isBalanced(lines)).toBe(true)
          expect(lines.every(({ amount }) => amount.amountMinor === 0)).toBe(true)
        }
        for (const { balance: one, rate, differenceUsd } of revaluations) {
          expect(one.atClose.usdMinor + differenceUsd).toBe(toUsdMinor(one.atClose.amount, rate))
        }
        const revalued = balances.map((one) => {
          const usdMinor = toUsdMinor(one.atClose.amount, rates.get(one.atClose.amount.currency) ?? rateOf('EUR', '1'))
          return { ...one, atClose: { ...one.atClose, usdMinor } }
        })
        expect(closingEntries('2026-10-31', revaluationsOf(revalued, rates))).toEqual([])
      }),
    )
  })

  test('what is left afterwards has no dollars without an amount, and none on the wrong side', () => {
    fc.assert(
      fc.property(balance, (one) => {
        for (const revaluation of revaluationsOf([one], rates)) {
          const taken = takenBack(revaluation).reduce((sum, { usdMinor }) => sum + usdMinor, 0)
          const stands = one.now.usdMinor + revaluation.differenceUsd + taken
          if (one.now.amount.amountMinor === 0) expect(stands).toBe(0)
          else expect(stands * Math.sign(one.now.amount.amountMinor)).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })
})

test('before a reversal the dollars that a closing left over nothing are taken back', () => {
  const about = { paymentId: 'm' }
  const lines = takenBackEntry('unallocated', about, carried('EUR', 0, -300), '2026-11-20', 'Reversed')?.lines
  expect(lines).toMatchObject([
    { account: 'unallocated', usdMinor: 300, about },
    { account: 'fx_difference', usdMinor: -300 },
  ])
  expect(takenBackEntry('unallocated', about, carried('EUR', 0, 0), '2026-11-20', 'Reversed')).toBeNull()
  expect(takenBackEntry('receivable', about, carried('EUR', 5, 6), '2026-11-20', 'Reversed')).toBeNull()
})
