import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coverageFilter, markOf } from './coverage.ts'

test('marks where nobody works, and where three agencies or more do the same', () => {
  expect(markOf({ activities: 0, agencies: 0 })).toBe('nobody')
  expect(markOf({ activities: 9, agencies: 2 })).toBe('some')
  expect(markOf({ activities: 1, agencies: 3 })).toBe('overlap')
})

test('more agencies never make an overlap disappear', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 60 }), (activities, agencies) => {
      if (markOf({ activities, agencies }) === 'overlap') {
        expect(markOf({ activities, agencies: agencies + 1 })).toBe('overlap')
      }
    }),
  )
})

test('an old or mistyped link opens the matrix all the same', () => {
  expect(coverageFilter.parse({ by: 'colour', rows: 'country', within: 2, status: 'done' })).toEqual({
    by: undefined,
    rows: 'country',
    within: '002',
    status: undefined,
  })
})
