import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonthsClamped, calendarDate, compareDates, daysBetween, today } from './calendar-date.ts'

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
