import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countedStatuses, coverageFilter, markOf } from './coverage.ts'

test('marks where nobody works, and where three agencies or more do the same', () => {
  expect(markOf({ activities: 0, agencies: 0, unanswered: 0 })).toBe('nobody')
  expect(markOf({ activities: 9, agencies: 2, unanswered: 0 })).toBe('some')
  expect(markOf({ activities: 1, agencies: 3, unanswered: 0 })).toBe('overlap')
})

test('who asked and got nobody is marked apart from where nobody asked', () => {
  expect(markOf({ activities: 0, agencies: 0, unanswered: 1 })).toBe('asked')
  expect(markOf({ activities: 1, agencies: 1, unanswered: 1 })).toBe('some')
})

test('what is completed counts in a period alone', () => {
  expect(countedStatuses({})).toEqual(['planned', 'ongoing'])
  expect(countedStatuses({ status: 'completed' })).toEqual(['planned', 'ongoing'])
  expect(countedStatuses({ from: '2026-01-01' })).toEqual(['planned', 'ongoing', 'completed'])
  expect(countedStatuses({ until: '2026-06-30', status: 'completed' })).toEqual(['completed'])
})

test('more agencies never make an overlap disappear', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 60 }), (activities, agencies) => {
      if (markOf({ activities, agencies, unanswered: 1 }) === 'overlap') {
        expect(markOf({ activities, agencies: agencies + 1, unanswered: 0 })).toBe('overlap')
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
