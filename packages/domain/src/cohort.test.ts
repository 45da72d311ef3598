import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMonthsClamped } from './calendar-date.ts'
import { type CohortSums, cohortMonths, cohortOf } from './cohort.ts'

const sums: CohortSums = {
  slug: '2021',
  startsOn: '2021-11-22',
  announcedUsd: 300_000,
  pledges: 4,
  donors: 3,
  points: [
    { months: 6, formalisedUsd: 100_000, receivedUsd: 0 },
    { months: 12, formalisedUsd: 200_000, receivedUsd: 50_000 },
    { months: 24, formalisedUsd: 300_000, receivedUsd: 100_001 },
  ],
}

test('shares are hundredths of a per cent of what was announced, half away from zero', () => {
  const points = cohortOf(sums, '2024-01-01')?.points
  expect(points?.map(({ formalised, received }) => [formalised, received])).toEqual([
    [3333, 0],
    [6667, 1667],
    [10_000, 3333],
    [null, null],
  ])
})

test('a point is a day: the one on which the months are over counts, the day before does not', () => {
  const last = (today: string) => cohortOf(sums, today)?.points.at(-1)
  expect(last('2025-11-21')).toEqual({ months: 48, on: '2025-11-22', formalised: null, received: null })
  expect(last('2025-11-22')).toEqual({ months: 48, on: '2025-11-22', formalised: 0, received: 0 })
})

test('a cohort of two donors shows nothing, nor does one to which nothing was announced', () => {
  expect(cohortOf({ ...sums, donors: 2 }, '2024-01-01')).toBeNull()
  expect(cohortOf({ ...sums, announcedUsd: 0, points: [] }, '2024-01-01')).toBeNull()
})

test('a share lies between nothing and all, and grows with its part', () => {
  const usd = fc.integer({ min: 0, max: 10 ** 12 })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 ** 12 }), usd, usd, (announcedUsd, one, other) => {
      const [less, more] = [one, other].map((part) => Math.min(part, announcedUsd)).toSorted((a, b) => a - b)
      const points = [{ months: 6 as const, formalisedUsd: more ?? 0, receivedUsd: less ?? 0 }]
      const today = addMonthsClamped(sums.startsOn, cohortMonths[0])
      const [point] = cohortOf({ ...sums, announcedUsd, points }, today)?.points ?? []
      expect(point?.received).toBeGreaterThanOrEqual(0)
      expect(point?.received).toBeLessThanOrEqual(point?.formalised ?? -1)
      expect(point?.formalised).toBeLessThanOrEqual(10_000)
    }),
  )
})
