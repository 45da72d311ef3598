import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitOverInstalments } from './allocation-parts.ts'

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' })
const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' })

test('pays the oldest open instalments first, and what none was agreed for last', () => {
  const instalments = [
    { id: 'first', amount: usd(40), paid: usd(40) },
    { id: 'second', amount: usd(40), paid: usd(10) },
    { id: 'third', amount: usd(40), paid: usd(0) },
  ]
  expect(splitOverInstalments(usd(80), usd(80), instalments)).toEqual([
    { instalmentId: 'second', amount: usd(30), settles: usd(30) },
    { instalmentId: 'third', amount: usd(40), settles: usd(40) },
    { instalmentId: undefined, amount: usd(10), settles: usd(10) },
  ])
})

test('shares an amount in another currency without a rest', () => {
  const part = fc.record({ minor: fc.integer({ min: 1, max: 10 ** 9 }), paid: fc.nat(100) })
  fc.assert(
    fc.property(
      fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 10 ** 12 })),
      fc.integer({ min: 1, max: 10 ** 12 }),
      fc.array(part, { maxLength: 6 }),
      (amount, settles, agreed) => {
        const instalments = agreed.map(({ minor, paid }, index) => ({
          id: String(index),
          amount: eur(minor),
          paid: eur(Math.min(minor, paid)),
        }))
        const parts = splitOverInstalments(usd(amount), eur(settles), instalments)
        expect(parts.reduce((sum, one) => sum + one.amount.amountMinor, 0)).toBe(amount)
        expect(parts.reduce((sum, one) => sum + one.settles.amountMinor, 0)).toBe(settles)
        expect(parts.every((one) => one.amount.amountMinor >= 0 && one.settles.amountMinor > 0)).toBe(true)
      },
    ),
  )
})
