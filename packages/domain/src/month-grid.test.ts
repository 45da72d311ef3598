import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysInMonth } from './calendar-date.ts'
import { weeksOf } from './month-grid.ts'

test('November 2026 begins on a Sunday and ends on a Monday', () => {
  const weeks = weeksOf('2026-11')
  expect(weeks).toHaveLength(6)
  expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01'])
  expect(weeks[5]).toEqual(['2026-11-30', null, null, null, null, null, null])
})

test('February 2027 fills four weeks', () => {
  expect(weeksOf('2027-02').map((week) => week.length)).toEqual([7, 7, 7, 7])
})

test('every day of a month stands once, in order, under its day of the week', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1990, max: 2100 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      const weeks = weeksOf(`${year}-${String(month).padStart(2, '0')}`)
      const days = weeks.flat().flatMap((day) => day ?? [])
      expect(days.map((day) => Number(day.slice(8)))).toEqual(
        Array.from({ length: daysInMonth(year, month) }, (_, n) => n + 1),
      )
      for (const week of weeks) {
        for (const [n, day] of week.entries()) {
          if (day) expect((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7).toBe(n)
        }
      }
    }),
  )
})
