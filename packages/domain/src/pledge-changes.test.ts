import { expect, test } from 'vitest'
import { maxAmountMinor } from './money.ts'
import {
  announcementChange,
  conditionMeeting,
  matchedAtMost,
  pledgeIncrease,
  pledgeReduction,
  pledgeWithdrawal,
  writeOff,
} from './pledge-changes.ts'

const id = '3f8b2a64-6c1d-4a53-9d7e-2b1c0f9e8d7a'
const amount = { amountMinor: 10_000, currency: 'EUR' }
const change = { pledgeId: id, on: '2026-10-01', reason: 'Letter of the donor', idempotencyKey: id }
const forms = [
  ['an announcement', announcementChange, { amount, instalments: [] }],
  ['a condition', conditionMeeting, { amount, othersGave: null }],
  ['an increase', pledgeIncrease, { amount }],
  ['a reduction', pledgeReduction, { amount, from: 'owed' }],
  ['a withdrawal', pledgeWithdrawal, {}],
  ['a write-off', writeOff, { amount }],
] as const

test.each(forms)('%s names its pledge, its day, its reason and its amount, and nothing else', (_, form, own) => {
  const whole = { ...change, ...own }
  expect(form.parse(whole)).toEqual(whole)
  for (const field of Object.keys(whole)) {
    const { [field as keyof typeof whole]: _left, ...rest } = whole
    expect(form.safeParse(rest).success).toBe(false)
  }
  expect(form.safeParse({ ...whole, other: 1 }).success).toBe(false)
})

test.each(forms)('%s needs a reason of 1 to 500 characters, spaces apart', (_, form, own) => {
  const because = (reason: string) => form.safeParse({ ...change, ...own, reason })
  expect(because('   ').success).toBe(false)
  expect(because('x'.repeat(501)).success).toBe(false)
  expect(because(` ${'x'.repeat(500)} `).data).toMatchObject({ reason: 'x'.repeat(500) })
})

test('a changed announcement has instalments that add up to it', () => {
  const half = [{ dueOn: '2027-01-01', amount: { amountMinor: 5_000, currency: 'EUR' } }]
  const refused = announcementChange.safeParse({ ...change, amount, instalments: half })
  expect(refused.error?.issues).toMatchObject([{ path: ['instalments'], params: { code: 'pledges.instalments_sum' } }])
  const many = Array.from({ length: 61 }, () => ({ dueOn: '2027-01-01', amount: { amountMinor: 1, currency: 'EUR' } }))
  const sum = (count: number) => ({ ...amount, amountMinor: count })
  expect(announcementChange.safeParse({ ...change, amount: sum(61), instalments: many }).success).toBe(false)
  expect(announcementChange.safeParse({ ...change, amount: sum(60), instalments: many.slice(1) }).success).toBe(true)
})

test('what a donor matches is a share of the total', () => {
  const others = { amountMinor: 9_000, currency: 'EUR' }
  expect(matchedAtMost(50, others)).toEqual(others)
  expect(matchedAtMost(25, others)).toEqual({ amountMinor: 3_000, currency: 'EUR' })
  expect(matchedAtMost(60, { amountMinor: 1, currency: 'JPY' })).toEqual({ amountMinor: 2, currency: 'JPY' })
  expect(matchedAtMost(100, others)).toEqual({ amountMinor: maxAmountMinor, currency: 'EUR' })
  expect(matchedAtMost(99, { ...others, amountMinor: maxAmountMinor })).toEqual({
    ...others,
    amountMinor: maxAmountMinor,
  })
  expect(matchedAtMost(50, { ...others, amountMinor: maxAmountMinor })).toEqual({
    ...others,
    amountMinor: maxAmountMinor,
  })
})
