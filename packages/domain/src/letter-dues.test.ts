import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from './calendar-date.ts'
import { dueInstalments, windowOf } from './letter-dues.ts'

const today = '2026-11-24'
const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' })
const part = (position: number, dueOn: string, amount: number, paid = 0) => ({
  position,
  dueOn,
  amount: usd(amount),
  paid: usd(paid),
})

test('lists what is overdue or due within thirty days, the oldest first', () => {
  const instalments = [
    part(3, '2026-12-24', 30),
    part(1, '2026-10-01', 10, 4),
    part(4, '2026-12-25', 40),
    part(2, today, 20),
  ]
  expect(dueInstalments(instalments, usd(96), today)).toEqual([
    { position: 1, dueOn: '2026-10-01', unpaid: usd(6), isOverdue: true },
    { position: 2, dueOn: today, unpaid: usd(20), isOverdue: false },
    { position: 3, dueOn: '2026-12-24', unpaid: usd(30), isOverdue: false },
  ])
})

test('lists nothing while nothing is owed, and never what is paid', () => {
  expect(dueInstalments([part(1, '2026-10-01', 10)], usd(0), today)).toEqual([])
  expect(dueInstalments([part(1, '2026-10-01', 10, 10)], usd(5), today)).toEqual([])
})

test('never asks for more than what is outstanding', () => {
  const instalments = fc.array(
    fc.record({ days: fc.integer({ min: -400, max: 60 }), amount: fc.integer({ min: 1, max: 1000 }) }),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(instalments, fc.nat(5000), (parts, outstanding) => {
      const rows = parts.map(({ days, amount }, index) => part(index + 1, addDays(today, days), amount))
      const due = dueInstalments(rows, usd(outstanding), today)
      const asked = due.reduce((total, { unpaid }) => total + unpaid.amountMinor, 0)
      expect(asked).toBeLessThanOrEqual(outstanding)
      expect(due.every(({ unpaid }) => unpaid.amountMinor > 0)).toBe(true)
    }),
  )
})

test.each([
  ['2026-11-23', 'overdue'],
  ['2026-11-24', 'today'],
  ['2026-12-01', 'days_7'],
  ['2026-12-02', 'days_30'],
] as const)('%s is %s on 24 November', (dueOn, window) => {
  expect(windowOf(dueOn, today)).toBe(window)
})
