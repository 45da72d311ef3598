import { expect, test } from 'vitest'
import { filterOf, readActivitySearch } from './search.ts'

test('reads what it can from an old link and leaves out the rest', () => {
  expect(readActivitySearch({ pillar: 'PREV', kind: 'NO_SUCH_KIND', page: -3, view: 'charts' })).toEqual({
    pillar: ['PREV'],
    view: 'charts',
  })
})

test('sends the server the filter without the view and its window', () => {
  expect(filterOf({ year: 2024, view: 'timeline', from: '2026-11-01', months: 6, rows: 'country' })).toEqual({
    year: 2024,
  })
})
