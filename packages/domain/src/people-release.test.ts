import { expect, test } from 'vitest'
import type { PeopleCount } from './activity.ts'
import { assistedTotal, gatherRelease, notSpecified, reasonsOf, severalPlaces, tellRelease } from './people-release.ts'

const none = { sex: null, ageGroup: null, form: null, audience: null }
const assisted = (count: number, split: Partial<PeopleCount> = {}): PeopleCount => ({
  kind: 'assisted',
  ...none,
  ...split,
  count,
})
const activity = (people: PeopleCount[], subregions = ['145']) => ({ year: 2026, subregions, people })

test('adds up declared totals, and never the splits beside them', () => {
  const people = [assisted(100), assisted(60, { sex: 'female' }), assisted(40, { sex: 'male' })]
  const { assisted: tables } = gatherRelease([activity(people)])
  expect(tables.year).toEqual({ total: 100, cells: { 2026: 100 } })
  expect(tables.sex_age).toEqual({ total: 100, cells: { 'female:unknown': 60, 'male:unknown': 40 } })
  expect(tables.form.cells).toEqual({ [notSpecified]: 100 })
})

test('takes the finest split by sex and age group and leaves the coarser ones', () => {
  const people = [assisted(50), assisted(50, { sex: 'female' }), assisted(30, { sex: 'female', ageGroup: 'child' })]
  expect(gatherRelease([activity(people)]).assisted.sex_age.cells).toEqual({ 'female:child': 30, [notSpecified]: 20 })
})

test('takes no split that contradicts its total, and counts an activity without a total as left out', () => {
  const input = gatherRelease([
    activity([assisted(20), assisted(30, { form: 'LABOUR' })]),
    activity([assisted(30, { form: 'LABOUR' })]),
  ])
  expect(input.assisted.form).toEqual({ total: 20, cells: { [notSpecified]: 20 } })
  expect(input.activities).toEqual({ counted: 1, withoutTotal: 1 })
})

test('puts people of several subregions into one line, neither repeated nor split', () => {
  const input = gatherRelease([activity([assisted(90)], ['145', '015']), activity([assisted(12)])])
  expect(input.assisted.subregion.cells).toEqual({ [severalPlaces]: 90, 145: 12 })
})

test('keeps the three kinds apart', () => {
  const people: PeopleCount[] = [
    assisted(30),
    { kind: 'trained', ...none, count: 7 },
    { kind: 'campaign_audience', ...none, count: 5000 },
  ]
  const content = tellRelease(gatherRelease([activity(people)]), [])
  expect(content).toMatchObject({ trained: 7, campaign: 5000 })
  expect(assistedTotal(content)).toBe(30)
})

test('says of each untold cell whether it is small, protects a small one, or waits for a later release', () => {
  const input = gatherRelease([
    activity([assisted(4)], ['145']),
    activity([assisted(30)], ['015']),
    activity([assisted(90)], ['202']),
  ])
  const first = tellRelease(input, [])
  expect(reasonsOf(input, first, undefined).subregion).toEqual({
    total: null,
    cells: { '145': 'small', '015': 'complementary', '202': null },
  })
  const later = gatherRelease([
    activity([assisted(16)], ['145']),
    activity([assisted(30)], ['015']),
    activity([assisted(90)], ['202']),
  ])
  const second = tellRelease(later, [first])
  expect(second.assisted.subregion.cells).toMatchObject({ '145': null, '015': null })
  expect(reasonsOf(later, second, first).subregion.cells).toEqual({ '145': 'waits', '015': 'waits', '202': null })
})
