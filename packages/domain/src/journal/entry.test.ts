import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  carryingShare,
  conversionLines,
  differenceLine,
  entry,
  isBalanced,
  journalFilter,
  line,
  lineAtRate,
  mirrorEntry,
  negated,
} from './entry.ts'
import { about, carried, dollars, euroAt, euros, headOf, nothing } from './testing.ts'

const owed = line('receivable', carried(euros(10), 11), about)
const income = line('pledge_income', carried(euros(-10), -11), about)

test('an entry balances in each currency and in dollars, and has at least two lines', () => {
  expect(isBalanced([owed, income])).toBe(true)
  expect(isBalanced([])).toBe(false)
  expect(isBalanced([line('cash', nothing('EUR'), about)])).toBe(false)
  expect(isBalanced([owed, { ...income, usdMinor: -1000 }])).toBe(false)
  expect(isBalanced([owed, { ...income, amount: euros(-9) }])).toBe(false)
  // Ten euro for ten dollars are not ten euro for ten euro.
  expect(isBalanced([owed, { ...income, amount: dollars(-10) }])).toBe(false)
  expect(isBalanced([owed, income, line('cash', carried(dollars(5), 0), about)])).toBe(false)
  expect(() => entry('pledge_formalised', '2026-10-01', [owed])).toThrow('pledge_formalised does not balance')
})

test('an entry keeps no line of nothing, but one of dollars alone', () => {
  const gain = differenceLine('EUR', 5, about)
  const loss = differenceLine('EUR', -5, about)
  const none = line('bank_charges', nothing('EUR'), about)
  const free = line('cash', carried(euros(0.01), 0), about)
  const taken = line('unallocated', carried(euros(-0.01), 0), about)
  expect(entry('payment_allocated', '2026-10-01', [owed, none, income, gain, loss, free, taken]).lines).toEqual([
    owed,
    income,
    gain,
    loss,
    free,
    taken,
  ])
})

test('a line at the rate of the day keeps that rate, its day and its source', () => {
  const rate = { ...euroAt(1.1), on: '2026-09-15' }
  const { unitsPerUsd } = rate
  expect(lineAtRate('announced', euros(10), rate, about)).toMatchObject({
    account: 'announced',
    usdMinor: 1100,
    rate: { unitsPerUsd, on: '2026-09-15', source: 'UN' },
  })
  expect(owed.rate).toBeNull()
})

test('a conversion gives one currency for another at the same dollars', () => {
  expect(conversionLines(carried(dollars(54), 54), euros(50), about)).toMatchObject([
    { account: 'conversion', amount: dollars(-54), usdMinor: -5400 },
    { account: 'conversion', amount: euros(50), usdMinor: 5400 },
  ])
})

test('the mirror of an entry names it and is its exact opposite, zero included', () => {
  const lines = [{ ...owed, rate: { unitsPerUsd: '0.9', on: '2026-09-01', source: 'UN' } }, income]
  const mirrored = mirrorEntry('entry_reversed', { number: 7, lines }, '2026-11-01', 'Mistake')
  expect(headOf(mirrored)).toEqual(['entry_reversed', '2026-11-01', 'Mistake', 7])
  expect(mirrored.lines[0]).toEqual({ ...lines[0], amount: euros(-10), usdMinor: -1100 })
  expect(Object.is(negated(carried(euros(1), 0)).usdMinor, 0)).toBe(true)
})

test('a part is at most the whole, not negative, and in its currency', () => {
  const whole = carried(euros(90), 100.8)
  expect(carryingShare(euros(90), whole)).toBe(whole)
  expect(carryingShare(euros(0), whole)).toEqual(nothing('EUR'))
  for (const part of [euros(90.01), euros(-0.01), dollars(1)]) {
    expect(() => carryingShare(part, whole)).toThrow('A part is at most the whole')
  }
})

test('a carrying share adds up when the last part takes the rest', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10 ** 12 }),
      fc.integer({ min: 0, max: 10 ** 12 }),
      fc.array(fc.integer({ min: 1, max: 10 ** 12 }), { maxLength: 8 }),
      (minor, usd, cuts) => {
        let left = carried(euros(0), 0)
        left = { amount: { amountMinor: minor, currency: 'EUR' }, usdMinor: usd }
        let taken = 0
        for (const cut of [...cuts, minor]) {
          const part = { amountMinor: Math.min(cut, left.amount.amountMinor), currency: 'EUR' }
          const share = carryingShare(part, left)
          expect(share.usdMinor).toBeGreaterThanOrEqual(0)
          taken += share.usdMinor
          left = {
            amount: { amountMinor: left.amount.amountMinor - part.amountMinor, currency: 'EUR' },
            usdMinor: left.usdMinor - share.usdMinor,
          }
        }
        expect(left).toEqual(carried(euros(0), 0))
        expect(taken).toBe(usd)
      },
    ),
  )
})

test('the journal is filtered by what it knows, a page at a time', () => {
  expect(journalFilter.parse({})).toEqual({ page: 1 })
  expect(journalFilter.parse({ page: 100_000, currency: 'EUR', kind: 'bank_converted' })).toMatchObject({
    page: 100_000,
  })
  for (const wrong of [{ page: 0 }, { page: 100_001 }, { currency: 'EU' }, { currency: 'EURO' }, { kind: 'x' }]) {
    expect(journalFilter.safeParse(wrong).success).toBe(false)
  }
})
