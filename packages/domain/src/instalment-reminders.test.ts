import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from './calendar-date.ts'
import { bucketOf, owedInstalments } from './instalment-reminders.ts'

const today = '2026-11-24'
const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' })
const part = (position: number, dueOn: string, amount: number, paid = 0) => ({
  position,
  dueOn,
  amount: eur(amount),
  paid: eur(paid),
})

test.each([
  [-400, 'overdue'],
  [-1, 'overdue'],
  [0, 'due_today'],
  [1, 'within_7'],
  [7, 'within_7'],
  [8, 'within_30'],
  [30, 'within_30'],
  [31, 'later'],
] as const)('an instalment %i days from now is %s', (days, bucket) => {
  expect(bucketOf(addDays(today, days), today)).toBe(bucket)
})

test('a year has no gap between the buckets', () => {
  expect(bucketOf('2027-01-01', '2026-12-31')).toBe('within_7')
  expect(bucketOf('2028-02-29', '2028-01-30')).toBe('within_30')
})

test('what is owed is the receivable, the oldest instalment first', () => {
  const schedule = [part(2, '2026-12-01', 100), part(1, '2026-06-01', 100, 40), part(3, '2027-06-01', 100)]
  const owed = owedInstalments(eur(130), schedule)
  expect(owed.map((one) => [one.position, one.owed.amountMinor])).toEqual([
    [1, 60],
    [2, 70],
  ])
})

test('nothing is owed of a pledge that is only announced, withdrawn or paid', () => {
  const schedule = [part(1, '2026-06-01', 100), part(2, '2026-12-01', 100)]
  expect(owedInstalments(eur(0), schedule)).toEqual([])
  expect(
    owedInstalments(
      eur(100),
      schedule.map((one) => ({ ...one, paid: one.amount })),
    ),
  ).toEqual([])
})

test('what is owed never exceeds the receivable or the instalment, and leaves no earlier one open for a later one', () => {
  const schedules = fc.array(
    fc.record({
      days: fc.integer({ min: -60, max: 60 }),
      amount: fc.integer({ min: 1, max: 1e15 }),
      share: fc.nat(100),
    }),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(schedules, fc.integer({ min: 0, max: 1e15 }), (drawn, outstanding) => {
      const schedule = drawn.map(({ days, amount, share }, index) =>
        part(index + 1, addDays(today, days), amount, Math.floor(amount / 100) * share),
      )
      const owed = owedInstalments(eur(outstanding), schedule)
      const open = schedule.map((one) => BigInt(one.amount.amountMinor - one.paid.amountMinor))
      const total = owed.reduce((sum, one) => sum + BigInt(one.owed.amountMinor), 0n)
      const allOpen = open.reduce((sum, one) => sum + one, 0n)
      expect(total).toBe(allOpen < BigInt(outstanding) ? allOpen : BigInt(outstanding))
      owed.forEach((one, index) => {
        const whole = one.amount.amountMinor - one.paid.amountMinor
        expect(one.owed.amountMinor).toBeGreaterThan(0)
        expect(one.owed.amountMinor).toBeLessThanOrEqual(whole)
        // Only the last one may be owed in part.
        if (index < owed.length - 1) expect(one.owed.amountMinor).toBe(whole)
      })
    }),
  )
})
