import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sharesOf } from './write-shares.ts'

const tenThousandths = (share: string) => {
  const [whole = '', decimals = ''] = share.split('.')
  return BigInt(whole + decimals.padEnd(4, '0'))
}

test.each([
  [
    ['33.3333', '33.3333', '33.3334'],
    ['33.3333', '33.3333', '33.3334'],
  ],
  [
    ['33.33', '33.33', '33.33'],
    ['33.33', '33.33', '33.34'],
  ],
  [
    ['50.0000', '50.0100'],
    ['50', '50'],
  ],
  [
    ['100.0000', '0.0000'],
    ['100', '0'],
  ],
  [
    ['100.0100', '0.0000'],
    ['100', '0'],
  ],
  [
    [null, null, null],
    ['33.33', '33.33', '33.34'],
  ],
  [
    ['60', null],
    ['50', '50'],
  ],
  [
    ['60', '60'],
    ['50', '50'],
  ],
  [[null], ['100']],
  [['40'], ['100']],
])('%j are told as %j', (parts, told) => {
  expect(sharesOf(parts).shares).toEqual(told)
})

test('only a split that somebody declared counts as one', () => {
  expect(sharesOf(['60', '40']).areDeclared).toBe(true)
  expect(sharesOf([null, null]).areDeclared).toBe(false)
  expect(sharesOf(['60', '30']).areDeclared).toBe(false)
})

test('shares add up to 100 to the last decimal, however many there are and whatever was declared', () => {
  const part = fc.option(fc.integer({ min: 0, max: 1_000_000 }).map((units) => (units / 10_000).toFixed(4)))
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 260 }), (parts) => {
      const { shares } = sharesOf(parts)
      expect(shares).toHaveLength(parts.length)
      expect(shares.reduce((sum, share) => sum + tenThousandths(share), 0n)).toBe(1_000_000n)
      expect(shares.every((share) => Number(share) >= 0)).toBe(true)
    }),
  )
})

test('a declared whole stays as it was declared', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 20 }), (weights) => {
      const sorted = weights.map((weight) => weight % 10_001).sort((a, b) => a - b)
      const edges = [0, ...sorted, 10_000]
      const hundredths = edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0))
      const declared = hundredths.map((share) => (share / 100).toFixed(2))
      expect(sharesOf(declared)).toEqual({
        areDeclared: true,
        shares: hundredths.map((share) => String(share / 100)),
      })
    }),
  )
})
