import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ExchangeRate } from '../exchange-rate.ts'
import type { Money } from '../money.ts'
import type { Account } from './accounts.ts'
import { type Carried, isBalanced, type NewEntry } from './entry.ts'
import { awardEntry, cutEntry, disbursementEntry, granteeRefundEntry } from './grant-entries.ts'
import type { AccountGround } from './treasury-entries.ts'

const about = { grantId: 'grant' }
const of =
  (currency: string) =>
  (amountMinor: number): Money => ({ amountMinor, currency })
const [kes, usd, eur] = [of('KES'), of('USD'), of('EUR')]
const dollarRate: ExchangeRate = { currency: 'USD', on: '2026-10-01', unitsPerUsd: '1', source: 'USD' }
const kesRate: ExchangeRate = { currency: 'KES', on: '2026-10-01', unitsPerUsd: '130', source: 'UN' }
const eurRate: ExchangeRate = { currency: 'EUR', on: '2026-10-01', unitsPerUsd: '0.8', source: 'UN' }

function anAccount(amount: Money, usdMinor = amount.amountMinor): AccountGround {
  return { bankAccountId: 'bank', name: 'Main account', holds: { amount, usdMinor } }
}

function booked(entry: NewEntry): [Account, string, number, number][] {
  return entry.lines.map((line) => [line.account, line.amount.currency, line.amount.amountMinor, line.usdMinor])
}

test('award KES 1.3 million', () => {
  expect(booked(awardEntry(about, kes(130_000_000), '2026-10-01', kesRate, 'Agreement'))).toEqual([
    ['grant_expense', 'KES', 130_000_000, 1_000_000],
    ['grants_payable', 'KES', -130_000_000, -1_000_000],
  ])
})

test('disburse KES 1.3 million for USD 10,100, as the journal’s table has it', () => {
  const disbursement = { about, amount: kes(130_000_000), left: usd(1_010_000), on: '2026-10-02', document: 'D' }
  const payable = { amount: kes(130_000_000), usdMinor: 1_000_000 }
  const entry = disbursementEntry(disbursement, payable, anAccount(usd(5_000_000)), dollarRate)
  expect(booked(entry)).toEqual([
    ['grants_payable', 'KES', 130_000_000, 1_000_000],
    ['conversion', 'KES', -130_000_000, -1_010_000],
    ['conversion', 'USD', 1_010_000, 1_010_000],
    ['cash', 'USD', -1_010_000, -1_010_000],
    ['fx_difference', 'KES', 0, 10_000],
  ])
  expect(entry.lines.find((line) => line.account === 'cash')?.about).toEqual({
    grantId: 'grant',
    bankAccountId: 'bank',
  })
})

test('disburse in the award’s own currency: at the rate of the day, the difference on its own line', () => {
  const disbursement = { about, amount: eur(5_000), left: eur(5_000), on: '2026-10-02', document: 'D' }
  const payable = { amount: eur(10_000), usdMinor: 11_000 }
  expect(booked(disbursementEntry(disbursement, payable, anAccount(eur(9_000), 10_000), eurRate))).toEqual([
    ['grants_payable', 'EUR', 5_000, 5_500],
    ['cash', 'EUR', -5_000, -6_250],
    ['fx_difference', 'EUR', 0, 750],
  ])
})

test('cut an award, at the carrying share', () => {
  expect(booked(cutEntry(about, eur(2_500), { amount: eur(10_000), usdMinor: 11_001 }, '2026-10-02', 'Less'))).toEqual([
    ['grants_payable', 'EUR', 2_500, 2_750],
    ['grant_expense', 'EUR', -2_500, -2_750],
  ])
})

test('a grantee refunds, in the award’s currency and in another one', () => {
  const own = { about, amount: eur(800), came: eur(800), on: '2026-10-03', document: 'D' }
  expect(booked(granteeRefundEntry(own, eur(800), 'bank', eurRate))).toEqual([
    ['cash', 'EUR', 800, 1_000],
    ['grant_expense', 'EUR', -800, -1_000],
  ])
  const across = { about, amount: kes(1_300_000), came: usd(9_900), on: '2026-10-03', document: 'D' }
  expect(booked(granteeRefundEntry(across, kes(1_300_000), 'bank', dollarRate))).toEqual([
    ['cash', 'USD', 9_900, 9_900],
    ['conversion', 'USD', -9_900, -9_900],
    ['conversion', 'KES', 1_300_000, 9_900],
    ['grant_expense', 'KES', -1_300_000, -9_900],
  ])
})

test('more than is payable, held or disbursed is refused with what there is', () => {
  const payable = { amount: eur(100), usdMinor: 125 }
  const pays = (amount: Money, left: Money, account: AccountGround) =>
    disbursementEntry({ about, amount, left, on: '2026-10-02', document: 'D' }, payable, account, eurRate)
  expect(() => pays(eur(101), eur(101), anAccount(eur(500)))).toThrow(
    expect.objectContaining({ code: 'grants.more_than_payable', params: { amount: '1.00', currency: 'EUR' } }),
  )
  expect(() => pays(eur(100), eur(100), anAccount(eur(99)))).toThrow(
    expect.objectContaining({ code: 'treasury.more_than_held', field: 'amount' }),
  )
  expect(() => cutEntry(about, eur(101), payable, '2026-10-02', 'Less')).toThrow(
    expect.objectContaining({ code: 'grants.more_than_payable' }),
  )
  const refund = { about, amount: eur(51), came: eur(51), on: '2026-10-03', document: 'D' }
  expect(() => granteeRefundEntry(refund, eur(50), 'bank', eurRate)).toThrow(
    expect.objectContaining({ code: 'grants.more_than_disbursed', params: { amount: '0.50', currency: 'EUR' } }),
  )
})

const step = fc.record({
  kind: fc.constantFrom('disburse' as const, 'disburse_across' as const, 'cut' as const),
  share: fc.integer({ min: 1, max: 100 }),
  left: fc.integer({ min: 1, max: 10_000_000 }),
  units: fc.integer({ min: 50, max: 200 }),
})

test('whatever is disbursed and cut, entries balance, nothing is payable below zero, and the last part takes the rest', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), fc.array(step, { maxLength: 12 }), (minor, steps) => {
      const award = awardEntry(about, kes(minor), '2026-10-01', { ...kesRate, unitsPerUsd: '129.37' }, 'Agreement')
      let payable = carriedBy([award])
      const entries = [award]
      for (const { kind, share, left, units } of [
        ...steps,
        { kind: 'cut' as const, share: 100, left: 1, units: 100 },
      ]) {
        if (payable.amount.amountMinor === 0) break
        const amount = kes(Math.max(1, Math.floor((payable.amount.amountMinor * share) / 100)))
        entries.push(take(kind, amount, left, units, payable))
        payable = carriedBy(entries)
        expect(payable.amount.amountMinor).toBeGreaterThanOrEqual(0)
        expect(payable.usdMinor).toBeGreaterThanOrEqual(0)
      }
      expect(entries.every(({ lines }) => isBalanced(lines))).toBe(true)
      expect(payable).toEqual({ amount: kes(0), usdMinor: 0 })
    }),
  )
})

function take(
  kind: 'disburse' | 'disburse_across' | 'cut',
  amount: Money,
  left: number,
  units: number,
  payable: Carried,
) {
  if (kind === 'cut') return cutEntry(about, amount, payable, '2026-10-02', 'Less')
  const across = kind === 'disburse_across'
  const rate = across ? dollarRate : { ...kesRate, unitsPerUsd: String(units) }
  const paid = across ? usd(left) : amount
  const account = anAccount({ ...paid, amountMinor: 1_000_000_000_000 })
  return disbursementEntry({ about, amount, left: paid, on: '2026-10-02', document: 'D' }, payable, account, rate)
}

/** What is payable after these entries. */
function carriedBy(entries: readonly NewEntry[]): Carried {
  const lines = entries.flatMap(({ lines: all }) => all).filter(({ account }) => account === 'grants_payable')
  const minor = lines.reduce((sum, line) => sum - line.amount.amountMinor, 0)
  return { amount: kes(minor), usdMinor: lines.reduce((sum, line) => sum - line.usdMinor, 0) }
}
