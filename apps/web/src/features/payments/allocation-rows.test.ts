import type { PledgeRow } from '@concert/domain/fund-views'
import { expect, test } from 'vitest'
import { suggest, unallocatedBy } from './allocation-rows.ts'

const eur = (amountMinor: number, currency = 'EUR') => ({ amountMinor, currency })

function aPledge(
  id: string,
  amounts: { announced: number; owed: number; overdue?: number; currency?: string },
): PledgeRow {
  const { announced, owed, overdue = 0, currency } = amounts
  return {
    id,
    reference: id,
    kind: 'money',
    delivered: null,
    donorId: 'donor',
    donorName: 'Donor State A',
    announcedOn: '2026-01-01',
    meeting: null,
    amount: eur(announced, currency),
    formalised: eur(owed, currency),
    received: eur(0, currency),
    usd: null,
    life: 'formalised',
    flags: [],
    outstanding: eur(owed, currency),
    overdue: eur(overdue, currency),
  }
}

test('pays what is overdue first, then what else is owed, then what was only announced', () => {
  const promised = aPledge('promised', { announced: 500, owed: 0 })
  const owed = aPledge('owed', { announced: 300, owed: 300 })
  const late = aPledge('late', { announced: 200, owed: 200, overdue: 50 })
  expect([...suggest(eur(400), [promised, owed, late])]).toEqual([
    ['late', eur(100)],
    ['owed', eur(300)],
  ])
  expect([...suggest(eur(600), [promised, owed, late])]).toEqual([
    ['late', eur(200)],
    ['owed', eur(300)],
    ['promised', eur(100)],
  ])
})

test('gives nothing to a pledge in another currency, and leaves the rest of an overpayment', () => {
  const other = aPledge('other', { announced: 900, owed: 900, currency: 'USD' })
  const owed = aPledge('owed', { announced: 300, owed: 300 })
  const suggestion = suggest(eur(1000), [other, owed])
  expect([...suggestion]).toEqual([['owed', eur(300)]])
})

test('counts what cannot be read yet as not allocated', () => {
  const row = (text: string) => ({ pledgeId: 'p', currency: 'EUR', text, settles: { text: '', currency: 'EUR' } })
  expect(unallocatedBy([row('2.50'), row('1,0'), row('')], eur(1000))).toBe(750)
})
