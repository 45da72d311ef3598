import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  certainMatches,
  type ExtractKind,
  extractKinds,
  fateOfDocument,
  type JournalItem,
  pairKey,
} from './reconciliation.ts'

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' })
const row = (over: object = {}) => ({
  document: '5100001',
  postedOn: '2026-03-10',
  kind: 'CONTRIBUTION' as ExtractKind,
  amount: usd(500),
  usdMinor: 500,
  ...over,
})
const item = (over: Partial<JournalItem> = {}): JournalItem => ({
  entryNumber: 1,
  kind: 'CONTRIBUTION',
  on: '2026-03-10',
  amount: usd(500),
  usdMinor: 500,
  document: null,
  ...over,
})
const found = (rows: Parameters<typeof certainMatches>[0], items: JournalItem[], apart?: ReadonlySet<string>) =>
  certainMatches(rows, items, apart).map(({ document, entryNumber, basis }) => [document, entryNumber, basis])

describe('a match that needs no person', () => {
  test('has the same document number, whatever the amounts', () => {
    expect(found([row({ amount: usd(1), postedOn: '2026-09-01' })], [item({ document: '510 0001' })])).toEqual([
      ['5100001', 1, 'document'],
    ])
  })

  test('or fits in kind, amount, currency and within three days, and fits nothing else', () => {
    expect(found([row({ postedOn: '2026-03-13' })], [item()])).toEqual([['5100001', 1, 'unique']])
    expect(found([row({ document: 'A' }), row({ document: 'B', amount: usd(7) })], [item()])).toEqual([
      ['A', 1, 'unique'],
    ])
  })

  test.each([
    ['four days apart', [row({ postedOn: '2026-03-14' })], [item()]],
    ['of another kind', [row({ kind: 'INTEREST' })], [item()]],
    ['of another amount', [row({ amount: usd(501) })], [item()]],
    ['of another currency', [row({ amount: { amountMinor: 500, currency: 'EUR' } })], [item()]],
    ['with another document named here', [row()], [item({ document: '5100002' })]],
    ['with two entries that fit', [row()], [item(), item({ entryNumber: 2, on: '2026-03-12' })]],
    ['with two rows that fit', [row(), row({ document: '5100002' })], [item()]],
    [
      'with two entries of the same document',
      [row()],
      [item({ document: '5100001' }), item({ entryNumber: 2, document: '5100001' })],
    ],
  ])('but not %s', (_, rows, items) => {
    expect(found(rows, items)).toEqual([])
  })

  test('and is not made again after an officer took it apart', () => {
    expect(found([row()], [item()], new Set([pairKey('5100001', 1, 'CONTRIBUTION')]))).toEqual([])
  })

  test('never gives a row or an item to two, in whatever order they come', () => {
    const day = fc.integer({ min: 1, max: 9 }).map((n) => `2026-03-0${n}`)
    const amount = fc.integer({ min: 1, max: 3 }).map(usd)
    const kind = fc.constantFrom(...extractKinds.slice(0, 2))
    const rows = fc.uniqueArray(
      fc.record({
        document: fc.integer({ max: 30, min: 1 }).map(String),
        postedOn: day,
        kind,
        amount,
        usdMinor: fc.constant(1),
      }),
      { selector: (one) => one.document },
    )
    const items = fc.uniqueArray(
      fc.record({
        entryNumber: fc.integer({ min: 1, max: 30 }),
        on: day,
        kind,
        amount,
        usdMinor: fc.constant(1),
        document: fc.option(fc.integer({ min: 1, max: 30 }).map(String)),
      }),
      { selector: (one) => one.entryNumber },
    )
    fc.assert(
      fc.property(rows, items, (someRows, someItems) => {
        const matches = certainMatches(someRows, someItems)
        expect(new Set(matches.map(({ document }) => document)).size).toBe(matches.length)
        expect(new Set(matches.map(({ entryNumber }) => entryNumber)).size).toBe(matches.length)
        const backwards = certainMatches(someRows.toReversed(), someItems.toReversed())
        expect(new Set(backwards.map((one) => JSON.stringify(one)))).toEqual(
          new Set(matches.map((one) => JSON.stringify(one))),
        )
      }),
    )
  })
})

test('a document is new, the same, or changed by any part of what it says', () => {
  const content = { ...row(), text: 'Example' }
  expect(fateOfDocument(content, undefined)).toBe('new')
  expect(fateOfDocument(content, { ...content })).toBe('same')
  for (const other of [
    { usdMinor: 501 },
    { text: 'Other' },
    { postedOn: '2026-03-11' },
    { kind: 'INTEREST' as const },
    { amount: usd(1) },
  ]) {
    expect(fateOfDocument(content, { ...content, ...other })).toBe('changed')
  }
})
