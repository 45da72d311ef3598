import fc from 'fast-check'
import { expect, test } from 'vitest'
import { membershipRoles } from './codelists.ts'
import { groupOfYear } from './group-of-year.ts'

const row = (agencyId: string, count = 1) => ({ agencyId, count })
const idOf = (each: { agencyId: string }) => each.agencyId
const since = (agencyId: string, fromOn: string | null, untilOn: string | null = null) => ({
  agencyId,
  role: 'member' as const,
  fromOn,
  untilOn,
})

test('a chart of 2019 uses the list of 2019', () => {
  const memberships = [
    since('early', '2007-03-01'),
    since('left', '2007-03-01', '2018-12-31'),
    since('late', '2020-01-01'),
  ]
  const rows = [row('early'), row('left'), row('late'), row('never')]
  expect(groupOfYear(rows, idOf, memberships, 2019)).toEqual({
    year: 2019,
    members: [row('early')],
    sinceUnknown: 0,
    others: [row('left'), row('late'), row('never')],
  })
  expect(groupOfYear(rows, idOf, memberships, 2018).members.map(idOf)).toEqual(['early', 'left'])
})

test('an unknown beginning stays unknown: named, and said to be so', () => {
  const { members, sinceUnknown } = groupOfYear([row('unknown')], idOf, [since('unknown', null)], 2019)
  expect([members.length, sinceUnknown]).toEqual([1, 1])
})

test('whatever the lists say, no row is lost and the total stays', () => {
  const agencyId = fc.constantFrom('a', 'b', 'c', 'd')
  const day = fc.option(fc.constantFrom('2010-01-01', '2019-06-30', '2024-12-31'))
  const membership = fc.record({
    agencyId,
    role: fc.constantFrom(...membershipRoles),
    fromOn: day,
    untilOn: day,
  })
  const rows = fc.array(fc.record({ agencyId, count: fc.nat(50) }))
  fc.assert(
    fc.property(rows, fc.array(membership), fc.integer({ min: 2006, max: 2030 }), (all, memberships, year) => {
      const { members, others, sinceUnknown } = groupOfYear(all, idOf, memberships, year)
      const total = (some: readonly { count: number }[]) => some.reduce((sum, each) => sum + each.count, 0)
      expect(members.length + others.length).toBe(all.length)
      expect(total(members) + total(others)).toBe(total(all))
      expect(sinceUnknown).toBeLessThanOrEqual(members.length)
    }),
  )
})
