import type { BankListPreview, PreviewedRow } from '@concert/domain/bank-list'
import { expect, test } from 'vitest'
import { confirmationOf, countDecisions, firstDecisions, isUndecided } from './decisions.ts'

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' })
const allocation = { pledgeId: 'p', reference: 'PLG-2026-00001', instalmentId: null, position: null, amount: usd(500) }
const row = (line: number, over: Partial<PreviewedRow> = {}): PreviewedRow => ({
  ...{ line, receivedOn: '2026-11-01', amount: usd(500), bankReference: null, sender: '', text: '' },
  ...{ state: 'matched', payment: null, looksLike: { payments: [], lines: [] }, donorName: 'Donor', obstacle: null },
  proposal: { donorId: 'd', allocations: [allocation], reasons: [], questions: [], score: 60 },
  ...over,
})
const obstacle = { column: 'amount', code: 'fund.rate_missing', params: {} }
const rows = [
  row(2),
  row(3, { state: 'booked_already', payment: 'PAY-2026-00001' }),
  row(4, { state: 'looks_like' }),
  row(5, { state: 'not_matched', proposal: { donorId: null, allocations: [], reasons: [], questions: [], score: 0 } }),
  row(6, { obstacle }),
]
const account = { id: 'a', name: 'Account', currency: 'USD' }
const preview: BankListPreview = {
  ...{ fileName: 'f', sha256: 's', account, refusals: [], refusedCells: 0, unused: [], confirmedBefore: null },
  ...{ totals: { count: 5, sum: usd(2500) }, rows },
}

test('books at first only what is matched and nothing speaks against', () => {
  const first = firstDecisions(rows)
  expect([...first.keys()]).toEqual([2])
  expect(rows.filter((one) => isUndecided(one, first)).map(({ line }) => line)).toEqual([4, 5, 6])
  expect(countDecisions(preview, first)).toEqual({ book: 1, sum: usd(500), already: 1, out: 0, open: 3 })
})

test('sends every decision with its line, and the bank’s own totals', () => {
  const decisions = new Map([...firstDecisions(rows), [5, { decision: 'leave_out' as const, reason: 'Other fund' }]])
  const key = '00000000-0000-4000-8000-000000000000'
  expect(confirmationOf(preview, preview.totals, decisions, key)).toEqual({
    ...{ bankAccountId: 'a', count: 5, sum: usd(2500), idempotencyKey: key },
    decisions: [
      {
        ...{ decision: 'book', line: 2, donorId: 'd', lookAlikeReason: null },
        allocations: [{ pledgeId: 'p', instalmentId: null, amount: usd(500), settles: null }],
      },
      { decision: 'leave_out', line: 5, reason: 'Other fund' },
    ],
  })
})
