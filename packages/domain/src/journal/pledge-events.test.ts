import { expect, test } from 'vitest'
import type { EntryRow, LineRow } from '../fund-views.ts'
import type { Account, EntryKind } from './accounts.ts'
import { pledgeEvents } from './pledge-events.ts'

const pledge = 'PLG-2026-00001'
const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' })

function aLine(account: Account, minor: number, usdMinor: number, payment: string | null = null): LineRow {
  const about = { pledge, payment, grant: null, bankAccount: null, bankAccountId: null }
  return { account, amount: eur(minor), usdMinor, rate: null, about }
}

function anEntry(number: number, kind: EntryKind, valueDate: string, lines: LineRow[], over = {}): EntryRow {
  const booked = { bookedAt: '2026-11-24T09:00:00Z', actor: 'An officer', askedBy: null }
  return { number, kind, valueDate, reason: null, reverses: null, reversedBy: null, lines, ...booked, ...over }
}

const announced = anEntry(1, 'pledge_announced', '2026-01-01', [
  aLine('announced', 100, 110),
  aLine('promises', -100, -110),
])

test('tells an announcement that was raised from one that was lowered, both by how much', () => {
  const raised = anEntry(2, 'announcement_changed', '2026-01-02', [
    aLine('announced', 20, 22),
    aLine('promises', -20, -22),
  ])
  const lowered = anEntry(3, 'announcement_changed', '2026-01-03', [
    aLine('promises', 30, 33),
    aLine('announced', -30, -33),
  ])
  expect(pledgeEvents(pledge, [announced, raised, lowered], [])).toMatchObject([
    { kind: 'announced', on: '2026-01-01', amount: eur(100), usdMinor: 110, entryNumber: 1 },
    { kind: 'announcement_raised', amount: eur(20) },
    { kind: 'announcement_lowered', amount: eur(30), usdMinor: 33 },
  ])
})

test('a payment formalises what was only announced and stands at the day on which it came in', () => {
  const paid = anEntry(3, 'payment_allocated', '2026-03-05', [
    aLine('receivable', 40, 44),
    aLine('pledge_income', -40, -44),
    aLine('unallocated', 50, 54, 'PAY-00001'),
    aLine('receivable', -50, -55, 'PAY-00001'),
    aLine('fx_difference', 0, 1, 'PAY-00001'),
  ])
  const signed = anEntry(2, 'pledge_formalised', '2026-03-03', [
    aLine('receivable', 10, 11),
    aLine('pledge_income', -10, -11),
  ])
  const allocations = [{ paymentReference: 'PAY-00001', receivedOn: '2026-03-01' }]
  expect(pledgeEvents(pledge, [announced, signed, paid], allocations)).toMatchObject([
    { kind: 'announced' },
    { kind: 'formalised', on: '2026-03-01', amount: eur(40), entryNumber: 3 },
    { kind: 'received', on: '2026-03-01', amount: eur(50), usdMinor: 54, payment: 'PAY-00001' },
    { kind: 'formalised', on: '2026-03-03', amount: eur(10), entryNumber: 2 },
  ])
})

test('a withdrawal is all that was open: what was owed and what was never owed', () => {
  const withdrawn = anEntry(4, 'pledge_withdrawn', '2026-04-01', [
    aLine('pledge_income', 20, 22),
    aLine('receivable', -20, -22),
    aLine('promises', 15, 16),
    aLine('conditional', -15, -16),
    aLine('promises', 45, 49),
    aLine('announced', -45, -49),
  ])
  expect(pledgeEvents(pledge, [withdrawn], [])).toMatchObject([{ kind: 'withdrawn', amount: eur(65), usdMinor: 71 }])
})

test('a reduction of what waits for its condition counts once', () => {
  const reduced = anEntry(5, 'pledge_reduced', '2026-04-01', [
    aLine('promises', 15, 16),
    aLine('conditional', -15, -16),
    aLine('promises', 15, 16),
    aLine('announced', -15, -16),
  ])
  expect(pledgeEvents(pledge, [reduced], [])).toMatchObject([{ kind: 'reduced', amount: eur(15) }])
})

test('what was taken back stays and says by which entry; taking back is no event of its own', () => {
  const mirrored = { ...announced, reversedBy: 2 }
  const reversal = anEntry(2, 'entry_reversed', '2026-01-05', [aLine('announced', -100, -110)], { reverses: 1 })
  expect(pledgeEvents(pledge, [mirrored, reversal], [])).toMatchObject([{ kind: 'announced', reversedBy: 2 }])
})

test('lines about another pledge are not told here', () => {
  const other = aLine('announced', 70, 77)
  const entry = anEntry(1, 'pledge_announced', '2026-01-01', [{ ...other, about: { ...other.about, pledge: 'X' } }])
  expect(pledgeEvents(pledge, [entry], [])).toEqual([])
})
