import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonthsClamped,
  calendarDate,
  compareDates,
  daysBetween,
  daysInMonth,
  today,
} from './calendar-date.ts'

const anyDate = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('a calendar date', () => {
  test('refuses a day that does not exist', () => {
    expect(calendarDate.safeParse('2026-02-29').success).toBe(false)
    expect(calendarDate.safeParse('2024-02-29').success).toBe(true)
    expect(calendarDate.safeParse('2026-2-1').success).toBe(false)
  })

  test('is the day in UTC', () => {
    expect(today(new Date('2026-11-24T23:59:59-05:00'))).toBe('2026-11-25')
  })

  test('adds days across months and years', () => {
    expect(addDays('2023-12-31', 1)).toBe('2024-01-01')
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29')
  })

  test('clamps to the end of a shorter month', () => {
    expect(addMonthsClamped('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonthsClamped('2024-02-29', 12)).toBe('2025-02-28')
    expect(addMonthsClamped('2026-01-15', -2)).toBe('2025-11-15')
    expect(addMonthsClamped('2026-02-28', 1, 31)).toBe('2026-03-31')
  })

  test('counts as many days as it adds', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -20_000, max: 20_000 }), (date, days) => {
        const there = addDays(date, days)
        expect(daysBetween(date, there)).toBe(days)
        expect(Math.sign(compareDates(there, date))).toBe(Math.sign(days))
      }),
    )
  })

  test('is always a real day', () => {
    fc.assert(
      fc.property(
        anyDate,
        fc.integer({ min: -1200, max: 1200 }),
        fc.integer({ min: 1, max: 31 }),
        (date, months, day) => {
          expect(calendarDate.safeParse(addMonthsClamped(date, months, day)).success).toBe(true)
        },
      ),
    )
  })
})

test('a day is neither before nor after itself', () => {
  expect(compareDates('2026-11-24', '2026-11-24')).toBe(0)
  expect(compareDates('2026-11-24', '2026-11-25')).toBeLessThan(0)
  expect(compareDates('2026-11-24', '2026-11-23')).toBeGreaterThan(0)
})

test('February has a 29th every four years, in no century, but in every fourth', () => {
  expect([2023, 2024, 1900, 2000, 2100, 2400].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29, 28, 29])
  expect(addMonthsClamped('2099-02-28', 12, 29)).toBe('2100-02-28')
})

test('the calendar runs from the year 0000 to 9999, and no further', () => {
  expect(addMonthsClamped('9999-11-30', 1)).toBe('9999-12-30')
  expect(addMonthsClamped('0000-02-01', -1)).toBe('0000-01-01')
  expect(() => addMonthsClamped('9999-12-01', 1)).toThrow('1 months after 9999-12-01 is outside the calendar')
  expect(() => addMonthsClamped('0000-01-01', -1)).toThrow(RangeError)
  expect(addDays('9999-12-30', 1)).toBe('9999-12-31')
  expect(() => addDays('9999-12-31', 1)).toThrow('outside the years 0000 to 9999')
})
