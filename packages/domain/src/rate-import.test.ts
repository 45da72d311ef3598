import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMonthsClamped } from './calendar-date.ts'
import type { ExchangeRate } from './exchange-rate.ts'
import { changeOf, type FileRate, planRates, requireConfirmed } from './rate-import.ts'

const today = '2026-11-24'
const kept = (on: string, unitsPerUsd = '0.9', currency = 'EUR'): ExchangeRate => ({
  currency,
  on,
  unitsPerUsd,
  source: 'UN',
})
const inFile = (line: number, on: string, unitsPerUsd = '0.9', currency = 'EUR'): FileRate => ({
  line,
  currency,
  on,
  unitsPerUsd,
  source: 'UN',
})

test('tells new, changed and same rates apart, whatever zeros a rate ends in', () => {
  const { rates, refusals } = planRates(
    [inFile(2, '2026-09-01', '0.90'), inFile(3, '2026-10-01', '0.91'), inFile(4, '2026-11-01')],
    [kept('2026-09-01'), kept('2026-10-01')],
    today,
  )
  expect(refusals).toEqual([])
  expect(rates.map(({ standing }) => standing)).toEqual(['same', 'changed', 'new'])
  expect(rates[1]?.kept).toEqual({ unitsPerUsd: '0.9', source: 'UN' })
})

test('a changed source is a change', () => {
  const [rate] = planRates([{ ...inFile(2, '2026-10-01'), source: 'Treasury' }], [kept('2026-10-01')], today).rates
  expect(rate).toMatchObject({ standing: 'changed', kept: { source: 'UN' } })
})

test.each<[string, FileRate[], ExchangeRate[], object[]]>([
  [
    'a month that is missing within the file',
    [inFile(2, '2026-06-01'), inFile(3, '2026-09-01')],
    [],
    [{ line: 3, code: 'rates.gap', params: { currency: 'EUR', from: '2026-06-02', to: '2026-08-31', days: 92 } }],
  ],
  [
    'a month that is missing since the newest kept rate',
    [inFile(2, '2026-11-01')],
    [kept('2026-08-01')],
    [{ line: 2, code: 'rates.gap', params: { from: '2026-08-02', to: '2026-10-31' } }],
  ],
  [
    'a gap left between old rates and what is kept',
    [inFile(2, '2026-01-01')],
    [kept('2026-06-01')],
    [{ line: 2, code: 'rates.gap', params: { from: '2026-01-02' } }],
  ],
  [
    'the same day twice',
    [inFile(2, '2026-11-01'), inFile(3, '2026-11-01', '0.8')],
    [],
    [{ line: 3, code: 'rates.twice', params: { first: 2 } }],
  ],
  [
    'a currency that nobody knows, and the dollar',
    [inFile(2, '2026-11-01', '1', 'XXX'), inFile(3, '2026-11-01', '2', 'USD')],
    [],
    [
      { line: 2, column: 'currency', code: 'fund.currency_unknown' },
      { line: 3, column: 'currency', code: 'fund.rate_of_dollar' },
    ],
  ],
  [
    'a currency that was no longer one',
    [inFile(2, '2026-11-01', '1.95', 'BGN')],
    [],
    [{ line: 2, code: 'fund.currency_not_active', params: { currency: 'BGN', date: '2026-11-01' } }],
  ],
  [
    'a day more than 31 ahead',
    [inFile(2, '2026-12-26')],
    [kept('2026-11-01')],
    [{ line: 2, column: 'effective from', code: 'rates.future', params: { limit: 31 } }],
  ],
])('refuses %s', (_, file, known, refusals) => {
  expect(planRates(file, known, today).refusals).toMatchObject(refusals)
})

test('a first rate has no gap before it, 62 days are none, and an old gap is not the fault of a correction', () => {
  expect(planRates([inFile(2, '2026-11-01')], [], today).refusals).toEqual([])
  expect(planRates([inFile(2, '2026-07-01'), inFile(3, '2026-09-01')], [], today).refusals).toEqual([])
  const correction = planRates([inFile(2, '2026-11-01', '0.91')], [kept('2026-06-01'), kept('2026-11-01')], today)
  expect(correction.refusals).toEqual([])
})

test('flags a jump over 20 per cent against the rate before, kept or in the file, and exactly 1', () => {
  const flagsAfter = (before: string, after: string) =>
    planRates([inFile(2, '2026-11-01', after)], [kept('2026-10-01', before)], today).rates[0]?.flags
  expect(flagsAfter('1.5', '1.8')).toEqual([])
  expect(flagsAfter('1.5', '1.8000000001')).toEqual(['jump'])
  expect(flagsAfter('1.5', '1.1999999999')).toEqual(['jump'])
  expect(flagsAfter('0.9', '1.00')).toEqual(['one'])
  expect(flagsAfter('9', '1')).toEqual(['jump', 'one'])
  const inOneFile = planRates([inFile(2, '2026-10-01', '2'), inFile(3, '2026-11-01', '3')], [], today)
  expect(inOneFile.rates.map(({ flags }) => flags)).toEqual([[], ['jump']])
})

test('what is kept already needs no second look', () => {
  const known = [kept('2026-09-01', '0.5'), kept('2026-10-01', '1')]
  expect(planRates([inFile(2, '2026-10-01', '1')], known, today).rates[0]?.flags).toEqual([])
})

test('takes a flagged file only with every flag ticked and a reason', () => {
  const { rates } = planRates([inFile(2, '2026-11-01', '1')], [kept('2026-10-01', '3')], today)
  const asked = { fileName: 'a.csv', rates: [], idempotencyKey: '', confirmed: [{ line: 2, flag: 'jump' as const }] }
  expect(() => requireConfirmed(rates, { ...asked, reason: 'Devalued' })).toThrow(
    expect.objectContaining({ code: 'rates.flags_unconfirmed', params: { count: 1 } }),
  )
  const all = { ...asked, confirmed: [...asked.confirmed, { line: 2, flag: 'one' as const }] }
  expect(() => requireConfirmed(rates, { ...all, reason: null })).toThrow('rates.reason_missing')
  expect(() => requireConfirmed(rates, { ...all, reason: 'Devalued' })).not.toThrow()
})

test('measures a change exactly', () => {
  expect(changeOf('1', '1.2')).toEqual({ percent: 20, isJump: false })
  expect(changeOf('100', '75')).toEqual({ percent: -25, isJump: true })
})

test('a file of every month is never refused, in whatever order its lines stand', () => {
  const months = fc.shuffledSubarray(
    Array.from({ length: 24 }, (_, month) => addMonthsClamped('2024-12-01', month)),
    { minLength: 24, maxLength: 24 },
  )
  fc.assert(
    fc.property(months, (days) => {
      const file = days.map((on, index) => inFile(index + 2, on))
      expect(planRates(file, [kept('2024-11-01')], today).refusals).toEqual([])
    }),
  )
})
