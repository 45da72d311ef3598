import fc from 'fast-check'
import { expect, test } from 'vitest'
import { awardableOn, reserveOn } from './grant-cap.ts'

const balances = [
  { on: '2026-01-01', usdMinor: 1_000 },
  { on: '2026-02-01', usdMinor: 400 },
  { on: '2026-03-01', usdMinor: 900 },
]

test('the least of the day and every later one is free, with the day on which it is', () => {
  expect(awardableOn(balances, [], '2026-01-15')).toEqual({ usdMinor: 400, on: '2026-02-01' })
  expect(awardableOn(balances, [], '2026-02-20')).toEqual({ usdMinor: 400, on: '2026-02-20' })
  expect(awardableOn(balances, [], '2026-04-01')).toEqual({ usdMinor: 900, on: '2026-04-01' })
})

test('before the first booking there is nothing', () => {
  expect(awardableOn(balances, [], '2025-12-31')).toEqual({ usdMinor: 0, on: '2025-12-31' })
  expect(awardableOn([], [], '2026-01-01')).toEqual({ usdMinor: 0, on: '2026-01-01' })
})

test('a reserve is kept back from its day on, also one that is still to come', () => {
  const reserves = [
    { from: '2026-01-01', usdMinor: 100 },
    { from: '2026-06-01', usdMinor: 700 },
  ]
  expect(awardableOn(balances, reserves, '2026-03-01')).toEqual({ usdMinor: 200, on: '2026-06-01' })
  expect(awardableOn(balances, reserves, '2026-02-01')).toEqual({ usdMinor: 200, on: '2026-06-01' })
  expect(awardableOn(balances, reserves.slice(0, 1), '2026-02-01')).toEqual({ usdMinor: 300, on: '2026-02-01' })
})

test('of two reserves from one day the one that was set later holds', () => {
  const reserves = [
    { from: '2026-01-01', usdMinor: 100 },
    { from: '2026-01-01', usdMinor: 0 },
  ]
  expect(reserveOn(reserves, '2026-01-01')).toBe(0)
  expect(reserveOn(reserves, '2025-12-31')).toBe(0)
})

test('awarding what is free leaves nothing below zero on that day and after it, and a cent more would', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, '0')}`)
  const movements = fc.array(fc.record({ on: day, usdMinor: fc.integer({ min: -500, max: 1_000 }) }), { maxLength: 12 })
  const reserves = fc.array(fc.record({ from: day, usdMinor: fc.integer({ min: 0, max: 300 }) }), { maxLength: 3 })
  fc.assert(
    fc.property(movements, reserves, day, (moved, kept, on) => {
      const running = runningSums(moved)
      const { usdMinor: free } = awardableOn(running, kept, on)
      const after = awardableOn(runningSums([...moved, { on, usdMinor: -free }]), kept, on)
      expect(after.usdMinor).toBe(0)
    }),
  )
})

function runningSums(moved: readonly { on: string; usdMinor: number }[]) {
  let sum = 0
  const days = [...new Set(moved.map(({ on }) => on))].toSorted()
  return days.map((on) => {
    sum += moved.filter((one) => one.on === on).reduce((total, one) => total + one.usdMinor, 0)
    return { on, usdMinor: sum }
  })
}
