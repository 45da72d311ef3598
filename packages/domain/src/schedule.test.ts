import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMonthsClamped, calendarDate, compareDates, dayOfMonth, monthOf } from './calendar-date.ts'
import { intervals, scheduleOf, scheduleTerms, splitEqually } from './schedule.ts'

const dueDates = (terms: object) => scheduleOf(scheduleTerms.parse(terms)).map((part) => part.dueOn)
const dollars = { amountMinor: 10_000, currency: 'USD' }

describe('the due dates', () => {
  test('clamp day 31 to the month’s end and come back', () => {
    expect(dueDates({ amount: dollars, count: 5, every: 'month', day: 31, from: '2011-12-10' })).toEqual([
      '2011-12-31',
      '2012-01-31',
      '2012-02-29',
      '2012-03-31',
      '2012-04-30',
    ])
  })

  test('clamp 29 February in common years and come back in leap years', () => {
    expect(dueDates({ amount: dollars, count: 5, every: 'year', day: 29, from: '2024-02-01' })).toEqual([
      '2024-02-29',
      '2025-02-28',
      '2026-02-28',
      '2027-02-28',
      '2028-02-29',
    ])
  })

  test('begin in the next month when the day has passed', () => {
    expect(dueDates({ amount: dollars, count: 2, every: 'quarter', day: 5, from: '2026-11-06' })).toEqual([
      '2026-12-05',
      '2027-03-05',
    ])
  })

  test('begin on the start day itself when no day is given', () => {
    expect(dueDates({ amount: dollars, count: 2, every: 'half_year', from: '2026-08-31' })).toEqual([
      '2026-08-31',
      '2027-02-28',
    ])
  })
})

describe('the amounts', () => {
  test('leave the remainder in the last', () => {
    expect(splitEqually(dollars, 3).map((part) => part.amountMinor)).toEqual([3333, 3333, 3334])
    expect(splitEqually({ amountMinor: 100, currency: 'JPY' }, 7).map((part) => part.amountMinor)).toEqual([
      14, 14, 14, 14, 14, 14, 16,
    ])
  })

  test('refuse more instalments than minor units', () => {
    const refusal = { code: 'pledges.schedule_too_fine', field: 'count', params: { count: 3 } }
    expect(() => splitEqually({ amountMinor: 2, currency: 'JPY' }, 3)).toThrow(expect.objectContaining(refusal))
    expect(splitEqually({ amountMinor: 3, currency: 'JPY' }, 3)).toHaveLength(3)
  })
})

test('any schedule adds up, ascends, starts at the first possible day and stays on its day', () => {
  const anyTerms = fc.record({
    amount: fc.record({
      amountMinor: fc.integer({ min: 60, max: 1_000_000_000_000_000 }),
      currency: fc.constantFrom('USD', 'JPY', 'KWD'),
    }),
    count: fc.integer({ min: 1, max: 60 }),
    every: fc.constantFrom(...intervals),
    day: fc.integer({ min: 1, max: 31 }),
    from: fc
      .date({ min: new Date('2010-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
  })
  fc.assert(
    fc.property(anyTerms, (terms) => {
      const parts = scheduleOf(terms)
      const amounts = parts.map((part) => part.amount.amountMinor)
      expect(amounts.reduce((total, minor) => total + minor, 0)).toBe(terms.amount.amountMinor)
      expect(new Set(amounts.slice(0, -1)).size).toBeLessThanOrEqual(1)
      expect(amounts.at(-1)).toBeGreaterThanOrEqual(amounts[0] ?? 0)
      const first = parts[0]?.dueOn ?? ''
      expect(compareDates(first, terms.from)).toBeGreaterThanOrEqual(0)
      expect(compareDates(addMonthsClamped(first, -1, terms.day), terms.from)).toBeLessThan(0)
      for (const [index, { dueOn }] of parts.entries()) {
        expect(calendarDate.safeParse(dueOn).success).toBe(true)
        if (index > 0) expect(compareDates(dueOn, parts[index - 1]?.dueOn ?? '')).toBeGreaterThan(0)
        if (dayOfMonth(dueOn) !== terms.day) {
          expect(dayOfMonth(dueOn)).toBeLessThan(terms.day)
          expect(monthOf(dueOn)).not.toBe(monthOf(nextDay(dueOn)))
        }
      }
    }),
  )
})

function nextDay(date: string): string {
  return new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10)
}
