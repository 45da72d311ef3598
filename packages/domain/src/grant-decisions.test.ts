import fc from 'fast-check'
import { expect, test } from 'vitest'
import { grantAward, grantDecision, instalmentStates } from './grant-decisions.ts'

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' })
const plan = [
  { dueOn: '2026-01-31', amount: usd(50) },
  { dueOn: '2026-07-31', amount: usd(30) },
  { dueOn: '2027-01-31', amount: usd(20) },
]
const settled = (disbursed: number, cut: number) =>
  instalmentStates(plan, { disbursed: usd(disbursed), cut: usd(cut) }, '2026-11-24').map((part) => [
    part.state,
    part.disbursed.amountMinor,
    part.cut.amountMinor,
  ])

test('what is paid settles the first instalments, what is cut is taken from the last', () => {
  expect(settled(0, 0)).toEqual([
    ['overdue', 0, 0],
    ['overdue', 0, 0],
    ['open', 0, 0],
  ])
  expect(settled(60, 25)).toEqual([
    ['disbursed', 50, 0],
    ['overdue', 10, 5],
    ['cut', 0, 20],
  ])
  expect(settled(75, 25)).toEqual([
    ['disbursed', 50, 0],
    ['disbursed', 25, 5],
    ['cut', 0, 20],
  ])
})

test('instalments share out all that was paid and cut, none beyond its amount', () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(amounts, fc.nat(100), fc.nat(100), (parts, paidShare, cutShare) => {
      const whole = parts.reduce((sum, part) => sum + part, 0)
      const cut = Math.floor((whole * cutShare) / 100)
      const disbursed = Math.floor(((whole - cut) * paidShare) / 100)
      const schedule = parts.map((part) => ({ dueOn: '2026-01-01', amount: usd(part) }))
      const states = instalmentStates(schedule, { disbursed: usd(disbursed), cut: usd(cut) }, '2026-06-01')
      expect(states.reduce((sum, part) => sum + part.disbursed.amountMinor, 0)).toBe(disbursed)
      expect(states.reduce((sum, part) => sum + part.cut.amountMinor, 0)).toBe(cut)
      for (const part of states) {
        expect(part.disbursed.amountMinor + part.cut.amountMinor).toBeLessThanOrEqual(part.amount.amountMinor)
      }
    }),
  )
})

const one = {
  grantId: '3f0c2a52-5a52-4b6c-8f7e-1d6a4f1f2b11',
  on: '2026-03-01',
  idempotencyKey: '3f0c2a52-5a52-4b6c-8f7e-1d6a4f1f2b12',
}

test('an approval names its amount, a refusal none', () => {
  const decided = (decision: string, amount: object | null) =>
    grantDecision.safeParse({ ...one, decision, amount, note: null }).success
  expect(decided('approved', usd(1))).toBe(true)
  expect(decided('approved', null)).toBe(false)
  expect(decided('declined', null)).toBe(true)
  expect(decided('declined', usd(1))).toBe(false)
})

test('the instalments of an award add up to it, in the words of grants', () => {
  const award = { ...one, amount: usd(101), instalments: plan, reason: 'Agreement' }
  const refused = grantAward.safeParse(award)
  expect(refused.error?.issues).toMatchObject([{ path: ['instalments'], params: { code: 'grants.instalments_sum' } }])
  expect(grantAward.safeParse({ ...award, amount: usd(100) }).success).toBe(true)
})
