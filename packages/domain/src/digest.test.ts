import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type CalendarDate } from './calendar-date.ts'
import { type DigestFrequency, digestDue } from './digest.ts'

const due = (frequency: DigestFrequency, lastOn: CalendarDate | null, now: string) =>
  digestDue({ frequency, locale: 'en', lastOn }, new Date(now))

test('none is due while it is switched off', () => {
  expect(due('off', null, '2026-11-24T09:00:00Z')).toBeNull()
  expect(due('off', '2026-01-01', '2026-11-24T09:00:00Z')).toBeNull()
})

test('the first is due at once, whatever the hour', () => {
  expect(due('weekly', null, '2026-11-26T00:00:00Z')).toBe('2026-11-26')
  expect(due('daily', null, '2026-11-26T23:59:59Z')).toBe('2026-11-26')
})

test('a daily one is due from six o’clock of the next day on, UTC', () => {
  expect(due('daily', '2026-11-24', '2026-11-24T23:59:59Z')).toBeNull()
  expect(due('daily', '2026-11-24', '2026-11-25T05:59:59Z')).toBeNull()
  expect(due('daily', '2026-11-24', '2026-11-25T06:00:00Z')).toBe('2026-11-25')
})

test.each([
  ['2026-11-23', '2026-11-30'],
  ['2026-11-24', '2026-11-30'],
  ['2026-11-29', '2026-11-30'],
  ['2026-12-28', '2027-01-04'],
])('a weekly one last made on %s is due on the Monday after, %s', (lastOn, next) => {
  expect(due('weekly', lastOn, `${next}T05:59:59Z`)).toBeNull()
  expect(due('weekly', lastOn, `${next}T06:00:00Z`)).toBe(next)
})

test('what a stopped server missed is made up for once', () => {
  expect(due('weekly', '2026-11-02', '2026-11-26T03:00:00Z')).toBe('2026-11-26')
  expect(due('weekly', '2026-11-26', '2026-11-27T09:00:00Z')).toBeNull()
  expect(due('daily', '2026-11-02', '2026-11-26T03:00:00Z')).toBe('2026-11-26')
})

test('is made at most once a day, and a weekly one every seven days when the server never stops', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('weekly', 'daily'),
      fc.integer({ min: 0, max: 365 }),
      fc.integer({ min: 1, max: 11 }),
      (frequency, start, hours) => {
        let lastOn: CalendarDate = addDays('2026-01-01', start)
        const made: CalendarDate[] = [lastOn]
        const begin = Date.parse(`${lastOn}T06:00:00Z`)
        for (let hour = 0; hour < 24 * 30; hour += hours) {
          const on = digestDue({ frequency, locale: 'en', lastOn }, new Date(begin + hour * 3_600_000))
          if (on === null) continue
          made.push(on)
          lastOn = on
        }
        expect(new Set(made).size).toBe(made.length)
        const gaps = made.slice(2).map((day, at) => Date.parse(day) - Date.parse(made[at + 1] ?? ''))
        expect(new Set(gaps)).toEqual(new Set([(frequency === 'daily' ? 1 : 7) * 24 * 3_600_000]))
      },
    ),
  )
})
