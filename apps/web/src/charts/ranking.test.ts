import fc from 'fast-check'
import { expect, test } from 'vitest'
import { largestWithOther, roundTicks } from './ranking.ts'

const row = (id: string, value: number) => ({ id, label: id, value })

test('keeps the largest and sums the others into one', () => {
  const rows = [row('a', 1), row('b', 5), row('c', 3), row('d', 2)]
  expect(largestWithOther(rows, 3, 'Other')).toEqual([
    row('b', 5),
    row('c', 3),
    { id: 'other', label: 'Other', value: 3 },
  ])
})

test('makes no "Other" when everything fits', () => {
  expect(largestWithOther([row('a', 1), row('b', 2)], 2, 'Other').map(({ id }) => id)).toEqual(['b', 'a'])
})

test('never changes the total', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { maxLength: 40 }), fc.integer({ min: 1, max: 9 }), (values, limit) => {
      const shown = largestWithOther(
        values.map((value, index) => row(String(index), value)),
        limit,
        'Other',
      )
      const total = (numbers: number[]) => numbers.reduce((sum, value) => sum + value, 0)
      expect(total(shown.map(({ value }) => value))).toBe(total(values))
      expect(shown.length).toBeLessThanOrEqual(limit)
    }),
  )
})

test('begins every axis at zero, covers the largest value and has at most seven ticks', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), (max) => {
      const ticks = roundTicks(max)
      expect(ticks[0]).toBe(0)
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(max)
      expect(ticks.length).toBeGreaterThan(1)
      expect(ticks.length).toBeLessThanOrEqual(7)
      expect(ticks.every(Number.isInteger)).toBe(true)
    }),
  )
})
