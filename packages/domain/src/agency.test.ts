import { expect, test } from 'vitest'
import { memberStandingIn, standingIn } from './agency.ts'

const undated = { role: 'member', fromOn: null, untilOn: null } as const

test('a period covers its first and its last year', () => {
  const period = { fromOn: '2018-01-01', untilOn: '2019-12-31' }
  expect([2017, 2018, 2019, 2020].map((year) => standingIn(period, year))).toEqual([
    'none',
    'certain',
    'certain',
    'none',
  ])
})

test('a membership without a known beginning is possible, never certain', () => {
  expect(standingIn(undated, 2019)).toBe('possible')
})

test('an end excludes later years even when the beginning is not known', () => {
  expect(standingIn({ fromOn: null, untilOn: '2010-12-31' }, 2011)).toBe('none')
})

test('whoever chaired in a year was a member in it', () => {
  const chaired = { role: 'chair', fromOn: '2019-01-01', untilOn: '2019-12-31' } as const
  expect(memberStandingIn([undated, chaired], 2019)).toBe('certain')
  expect(memberStandingIn([undated, chaired], 2020)).toBe('possible')
})

test('a partner is no member', () => {
  expect(memberStandingIn([{ role: 'partner', fromOn: '2010-01-01', untilOn: null }], 2019)).toBe('none')
})
