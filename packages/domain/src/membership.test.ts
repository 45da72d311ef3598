import fc from 'fast-check'
import { expect, test } from 'vitest'
import { membershipAddition, periodOf, typedPeriod } from './membership.ts'

const year = fc.integer({ min: 2006, max: 2099 }).map(String)
const day = fc
  .date({ min: new Date('2006-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

test('what was typed for a period comes back from its days', () => {
  const ends = fc.oneof(
    fc.tuple(fc.option(year, { nil: null }), fc.option(year, { nil: null })),
    fc.tuple(fc.option(day, { nil: null }), fc.option(day, { nil: null })),
  )
  fc.assert(
    fc.property(ends, ([from, until]) => {
      const period = periodOf(from, until)
      expect(period && typedPeriod(period)).toEqual({ from: from ?? '', until: until ?? '' })
    }),
  )
})

const addition = {
  agencyId: crypto.randomUUID(),
  role: 'member',
  from: '2024',
  until: '',
  source: 'Example letter of the secretariat',
  idempotencyKey: crypto.randomUUID(),
}
const codesOf = (over: object) =>
  membershipAddition
    .safeParse({ ...addition, ...over })
    .error?.issues.map((issue) => [issue.path.join('.'), issue.code === 'custom' && issue.params?.code])

test('an empty end stays unknown', () => {
  expect(membershipAddition.parse(addition).until).toBeNull()
})

test.each([
  [{ from: '2024', until: '2025-03-01' }, 'until', 'agencies.mixed_precision'],
  [{ from: '2024', until: '2023' }, 'until', 'agencies.ends_before_it_begins'],
  [{ from: '', role: 'chair' }, 'from', 'agencies.chair_needs_a_date'],
  [{ from: 'spring' }, 'from', 'agencies.date_unreadable'],
])('refuses %j at its field', (over, field, code) => {
  expect(codesOf(over)).toContainEqual([field, code])
})
