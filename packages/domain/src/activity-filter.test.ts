import { expect, test } from 'vitest'
import { activityFilter, narrowedBy } from './activity-filter.ts'

test('reads a link with one value, several values, and digits that were taken for numbers', () => {
  expect(activityFilter.parse({ pillar: 'PREV', sdg: [5.2, '8.7'], place: 2, paragraph: 14, year: 2024 })).toEqual({
    pillar: ['PREV'],
    sdg: ['5.2', '8.7'],
    place: '002',
    paragraph: ['14'],
    year: 2024,
  })
  expect(activityFilter.parse({ place: 'KEN', year: '2024' })).toEqual({ place: 'KEN', year: 2024 })
})

test('refuses codes that are in no list', () => {
  expect(activityFilter.safeParse({ pillar: 'FIFTH' }).success).toBe(false)
  expect(activityFilter.safeParse({ page: 0 }).success).toBe(false)
})

test('an empty choice narrows nothing, and neither do order and page', () => {
  expect(narrowedBy(activityFilter.parse({ kind: [], q: '  ', sort: 'oldest', page: 3 }))).toEqual([])
  expect(narrowedBy(activityFilter.parse({ q: 'shelter', year: 2020 }))).toEqual(['q', 'year'])
})
