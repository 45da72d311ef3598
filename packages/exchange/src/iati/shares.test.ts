import fc from 'fast-check'
import { expect, test } from 'vitest'
import { balanced } from './shares.ts'
import { activities, activity, text, transaction } from './testing.ts'

const part = fc.option(fc.integer({ min: -100, max: 20_000 }).map((hundredths) => (hundredths / 100).toFixed(2)))

test('a split is unknown as a whole or makes up exactly 100 per cent', () => {
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), (parts) => {
      const { shares } = balanced(parts)
      expect(shares).toHaveLength(parts.length)
      if (shares.some((share) => share === null)) expect(shares.every((share) => share === null)).toBe(true)
      else expect(shares.reduce((sum: number, share) => sum + Math.round((share ?? 0) * 100), 0)).toBe(10_000)
    }),
  )
})

test('equal parts of any number are rounding, not an unknown split', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 40 }), (count) => {
      const { shares } = balanced(Array.from({ length: count }, () => (100 / count).toFixed(2)))
      const fair = 100 / count
      expect(shares.every((share) => share !== null && Math.abs(share - fair) < 1)).toBe(true)
    }),
  )
})

test('any amount in minor units comes back as it was written', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: -(10 ** 15), max: 10 ** 15 }), async (minor) => {
      const digits = String(Math.abs(minor)).padStart(3, '0')
      const written = `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
      const file = await text(activities(activity(transaction(written))))
      expect(file.activities[0]?.activity.transactions[0]).toMatchObject({
        amount: { amountMinor: minor === 0 ? 0 : minor, currency: 'USD' },
        asWritten: null,
      })
    }),
  )
})
