import fc from 'fast-check'
import { expect, test } from 'vitest'
import { activityStatuses } from './activity.ts'
import { stalenessOf } from './activity-staleness.ts'
import { addDays } from './calendar-date.ts'

const today = '2026-11-24'

test.each([
  ['planned', '2026-11-23', null, 'should_have_started'],
  ['planned', '2026-11-24', null, null],
  ['planned', null, '2026-11-23', 'should_have_ended'],
  ['ongoing', '2026-01-01', '2026-11-23', 'should_have_ended'],
  ['ongoing', '2026-01-01', '2026-11-24', null],
  ['ongoing', '2026-11-25', null, 'started_too_early'],
  ['completed', '2026-01-01', '2026-11-25', 'completed_before_end'],
  ['completed', '2026-01-01', '2026-11-24', null],
  ['cancelled', '2019-01-01', '2019-02-01', null],
] as const)('%s from %s to %s is %s', (status, startOn, endOn, expected) => {
  expect(stalenessOf({ status, startOn, endOn }, today)).toBe(expected)
})

test('an open activity that is not stale becomes stale only by the passing of days', () => {
  const day = fc.integer({ min: -800, max: 800 }).map((offset) => addDays(today, offset))
  fc.assert(
    fc.property(
      fc.constantFrom(...activityStatuses),
      fc.option(day),
      fc.option(day),
      fc.nat(500),
      (status, startOn, endOn, later) => {
        const activity = { status, startOn, endOn }
        fc.pre(status === 'planned' || status === 'cancelled')
        if (stalenessOf(activity, today) !== null) {
          expect(stalenessOf(activity, addDays(today, later))).not.toBeNull()
        }
      },
    ),
  )
})
