import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Account, entryKinds } from './journal/accounts.ts'
import { type FundFlow, waterfallOf } from './waterfall.ts'

const flow = (kind: FundFlow['kind'], account: Account, usdMinor: number, entries = 1): FundFlow => ({
  kind,
  account,
  usdMinor,
  entries,
})

test('one pledge that was announced, signed and paid counts once', () => {
  const flows = [
    flow('pledge_announced', 'announced', 100),
    flow('pledge_formalised', 'pledge_income', -98),
    flow('payment_received', 'unallocated', -97),
    flow('payment_allocated', 'unallocated', 97),
  ]
  expect(waterfallOf(flows)).toEqual({
    naiveUsd: 295,
    naiveEntries: 3,
    steps: [
      { id: 'formalised_again', usdMinor: -98, entries: 1 },
      { id: 'received_again', usdMinor: -97, entries: 1 },
    ],
    officialUsd: 100,
  })
})

test('what changed, went back, was given or waits is a step of its own', () => {
  const flows = [
    flow('pledge_announced', 'announced', 1_000, 3),
    flow('announcement_changed', 'announced', 50),
    flow('pledge_withdrawn', 'announced', -200),
    flow('pledge_withdrawn', 'pledge_income', 30),
    flow('pledge_formalised', 'pledge_income', -400, 2),
    flow('pledge_increased', 'pledge_income', -40),
    flow('payment_received', 'unallocated', -300, 2),
    flow('payment_allocated', 'unallocated', 150),
    flow('payment_allocated', 'pledge_income', -20),
    flow('overpayment_given', 'unallocated', 60),
    flow('overpayment_given', 'pledge_income', -60),
    flow('payment_refunded', 'unallocated', 10),
  ]
  expect(waterfallOf(flows)).toEqual({
    naiveUsd: 1_000 + 460 + 300,
    naiveEntries: 3 + 4 + 2,
    steps: [
      { id: 'announcement_changed', usdMinor: -150, entries: 2 },
      { id: 'reduced', usdMinor: -30, entries: 1 },
      { id: 'refunded', usdMinor: -10, entries: 1 },
      { id: 'given', usdMinor: -60, entries: 1 },
      { id: 'unmatched', usdMinor: -80, entries: 0 },
      { id: 'formalised_again', usdMinor: -430, entries: 5 },
      { id: 'received_again', usdMinor: -150, entries: 1 },
    ],
    officialUsd: 850,
  })
})

test('the naive sum and the steps add up to what was announced, whatever was booked', () => {
  const accounts: Account[] = ['announced', 'pledge_income', 'unallocated', 'receivable', 'cash', 'fx_difference']
  const anyFlow = fc.record({
    kind: fc.constantFrom(...entryKinds),
    account: fc.constantFrom(...accounts),
    usdMinor: fc.integer({ min: -(10 ** 12), max: 10 ** 12 }),
    entries: fc.nat(1_000),
  })
  fc.assert(
    fc.property(fc.array(anyFlow, { maxLength: 40 }), (flows) => {
      const { naiveUsd, steps, officialUsd } = waterfallOf(flows)
      const announced = flows.filter(({ account }) => account === 'announced')
      expect(officialUsd).toBe(announced.reduce((sum, { usdMinor }) => sum + usdMinor, 0))
      expect(steps.reduce((sum, { usdMinor }) => sum + usdMinor, naiveUsd)).toBe(officialUsd)
    }),
  )
})
