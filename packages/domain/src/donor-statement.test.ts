import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foots, type StatementRow, totalsByCurrency } from './donor-statement.ts'

const amount = fc.integer({ min: 0, max: 1_000_000 })
const row: fc.Arbitrary<StatementRow> = fc
  .record({ opening: amount, announced: amount, formalised: amount, received: amount, writtenOff: amount })
  .chain((moved) =>
    fc.constantFrom('USD', 'EUR', 'JPY').map((currency) => ({
      ...moved,
      outstanding: moved.opening + moved.formalised - moved.received - moved.writtenOff,
      reference: 'PLG-2026-00001',
      announcedOn: '2026-01-01',
      currency,
    })),
  )

test('totals foot when their rows do, and never mix currencies', () => {
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const totals = totalsByCurrency(rows)
      expect(totals.map(({ currency }) => currency)).toEqual([...new Set(rows.map(({ currency }) => currency))])
      for (const total of totals) {
        expect(foots(total)).toBe(true)
        const own = rows.filter(({ currency }) => currency === total.currency)
        expect(total.received).toBe(own.reduce((sum, { received }) => sum + received, 0))
      }
    }),
  )
})

test('sees a row that does not foot', () => {
  const movement = { opening: 1, announced: 0, formalised: 5, received: 2, writtenOff: 0, outstanding: 5 }
  expect(foots(movement)).toBe(false)
  expect(foots(movement, 1)).toBe(true)
})
