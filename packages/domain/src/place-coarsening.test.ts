import { expect, test } from 'vitest'
import { type PlaceNode, publicPlaceOf } from './place-coarsening.ts'

const tree = new Map<string, PlaceNode>(
  (
    [
      ['001', 'world', null],
      ['002', 'region', '001'],
      ['202', 'subregion', '002'],
      ['014', 'intermediate', '202'],
      ['404', 'country', '014'],
      ['015', 'subregion', '002'],
      ['818', 'country', '015'],
    ] as const
  ).map(([code, level, parentCode]) => [code, { code, level, parentCode }]),
)
const open = { kind: 'CAPB' as const, tags: [], doNoHarm: null }
const direct = { ...open, kind: 'DIRECT' as const }

test('tells the exact place of work that endangers nobody', () => {
  expect(publicPlaceOf(open, '404', tree)).toBe('404')
})

test.each([
  direct,
  { ...open, kind: 'EMERG' as const },
  { ...open, tags: ['armed_groups' as const] },
  { ...open, tags: ['humanitarian' as const] },
])('tells only the subregion where it could: %o', (activity) => {
  expect(publicPlaceOf(activity, '404', tree)).toBe('202')
  expect(publicPlaceOf(activity, '014', tree)).toBe('202')
  expect(publicPlaceOf(activity, '818', tree)).toBe('015')
})

test('leaves regions as they are', () => {
  expect(publicPlaceOf(direct, '202', tree)).toBe('202')
  expect(publicPlaceOf(direct, '002', tree)).toBe('002')
  expect(publicPlaceOf(direct, '001', tree)).toBe('001')
})

test('tells the exact place once somebody answered why that is safe, and not for a bare yes', () => {
  expect(publicPlaceOf({ ...direct, doNoHarm: { preciseIsSafe: true, why: 'Court building' } }, '404', tree)).toBe(
    '404',
  )
  expect(publicPlaceOf({ ...direct, doNoHarm: { preciseIsSafe: true, why: '' } }, '404', tree)).toBe('202')
  expect(publicPlaceOf({ ...direct, doNoHarm: { preciseIsSafe: false, why: 'Shelter' } }, '404', tree)).toBe('202')
})

test('tells the world rather than a place whose region is not known', () => {
  expect(publicPlaceOf(direct, '999', tree)).toBe('001')
})
