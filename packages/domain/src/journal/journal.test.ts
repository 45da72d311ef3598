import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ExchangeRate } from '../exchange-rate.ts'
import type { Money } from '../money.ts'
import type { Account } from './accounts.ts'
import { type Carried, carryingShare, isBalanced, mirrorEntry, type NewEntry } from './entry.ts'
import { type AllocationGround, allocationEntry, giftEntry, receiptEntry, refundEntry } from './payment-entries.ts'
import {
  announcementDecreaseEntry,
  announcementEntry,
  conditionalFormalisationEntry,
  conditionalReductionEntry,
  conditionMetEntry,
  formalisationEntry,
  increaseEntry,
  reductionEntry,
  withdrawalEntry,
  writeOffEntry,
} from './pledge-entries.ts'
import { bankConversionEntry, interestEntry, openingEntry, supportCostEntry } from './treasury-entries.ts'

const about = { pledgeId: 'pledge', donorId: 'donor' }
const paying = { ...about, paymentId: 'payment', instalmentId: undefined }
const euros = (units: number): Money => ({ amountMinor: Math.round(units * 100), currency: 'EUR' })
const dollars = (units: number): Money => ({ amountMinor: Math.round(units * 100), currency: 'USD' })
const carried = (amount: Money, usd: number): Carried => ({ amount, usdMinor: Math.round(usd * 100) })
const nothing = (currency: string): Carried => ({ amount: { amountMinor: 0, currency }, usdMinor: 0 })
/** Units of euro per dollar so that a euro is worth `usd` dollars. */
const euroAt = (usd: number): ExchangeRate => ({
  currency: 'EUR',
  on: '2026-09-01',
  unitsPerUsd: (1 / usd).toFixed(10),
  source: 'UN',
})
const dollarRate: ExchangeRate = { currency: 'USD', on: '2026-09-01', unitsPerUsd: '1', source: 'USD' }

function booked(entry: NewEntry): [Account, string, number, number][] {
  return entry.lines.map((line) => [
    line.account,
    line.amount.currency,
    line.amount.amountMinor / 100,
    line.usdMinor / 100,
  ])
}

describe('the entries of the journal’s table', () => {
  test('announce EUR 100', () => {
    expect(booked(announcementEntry(about, euros(100), '2026-09-30', euroAt(1.1)))).toEqual([
      ['announced', 'EUR', 100, 110],
      ['promises', 'EUR', -100, -110],
    ])
  })

  test('announce less than before, at the carrying share', () => {
    expect(
      booked(announcementDecreaseEntry(about, euros(10), carried(euros(100), 110), '2026-10-01', 'Letter')),
    ).toEqual([
      ['promises', 'EUR', 10, 11],
      ['announced', 'EUR', -10, -11],
    ])
  })

  test('formalise 90', () => {
    expect(booked(formalisationEntry(about, euros(90), '2026-10-01', euroAt(1.12), 'Letters'))).toEqual([
      ['receivable', 'EUR', 90, 100.8],
      ['pledge_income', 'EUR', -90, -100.8],
    ])
  })

  test('formalise on a condition, then the condition is met', () => {
    expect(booked(conditionalFormalisationEntry(about, euros(90), '2026-10-01', euroAt(1.12), 'Letters'))).toEqual([
      ['conditional', 'EUR', 90, 100.8],
      ['promises', 'EUR', -90, -100.8],
    ])
    expect(
      booked(conditionMetEntry(about, euros(90), carried(euros(90), 100.8), '2026-11-01', euroAt(1.2), 'Vote')),
    ).toEqual([
      ['promises', 'EUR', 90, 100.8],
      ['conditional', 'EUR', -90, -100.8],
      ['receivable', 'EUR', 90, 108],
      ['pledge_income', 'EUR', -90, -108],
    ])
  })

  test('reduce', () => {
    expect(booked(reductionEntry(about, euros(45), carried(euros(90), 100.8), '2026-11-01', 'Letter'))).toEqual([
      ['pledge_income', 'EUR', 45, 50.4],
      ['receivable', 'EUR', -45, -50.4],
    ])
  })

  test('increase', () => {
    expect(booked(increaseEntry(about, euros(10), '2026-11-01', euroAt(1.2), 'Letter'))).toEqual([
      ['receivable', 'EUR', 10, 12],
      ['pledge_income', 'EUR', -10, -12],
    ])
  })

  test('reduce what waits for a condition: it is announced no more', () => {
    const entry = conditionalReductionEntry(
      about,
      euros(45),
      carried(euros(90), 100.8),
      carried(euros(100), 110),
      '2026-11-01',
      'Letter',
    )
    expect(booked(entry)).toEqual([
      ['promises', 'EUR', 45, 50.4],
      ['conditional', 'EUR', -45, -50.4],
      ['promises', 'EUR', 45, 49.5],
      ['announced', 'EUR', -45, -49.5],
    ])
  })

  test('withdraw all that is open: owed, on a condition, and only announced', () => {
    const ground = {
      announced: carried(euros(100), 110),
      conditional: carried(euros(20), 22.4),
      receivable: carried(euros(45), 50.4),
      notYetFormalised: euros(10),
    }
    expect(booked(withdrawalEntry(about, ground, '2026-11-01', 'Letter'))).toEqual([
      ['pledge_income', 'EUR', 45, 50.4],
      ['receivable', 'EUR', -45, -50.4],
      ['promises', 'EUR', 20, 22.4],
      ['conditional', 'EUR', -20, -22.4],
      ['promises', 'EUR', 30, 33],
      ['announced', 'EUR', -30, -33],
    ])
  })

  test('write off', () => {
    expect(booked(writeOffEntry(about, euros(45), carried(euros(90), 100.8), '2026-11-01', 'Hopeless'))).toEqual([
      ['written_off', 'EUR', 45, 50.4],
      ['receivable', 'EUR', -45, -50.4],
    ])
  })

  const leftOver = {
    about: { paymentId: 'payment', donorId: 'donor' },
    amount: euros(25),
    unallocated: carried(euros(50), 54),
    on: '2026-11-03',
    reason: 'Letter',
  }

  test('overpaid and given', () => {
    expect(booked(giftEntry(leftOver))).toEqual([
      ['unallocated', 'EUR', 25, 27],
      ['pledge_income', 'EUR', -25, -27],
    ])
  })

  test('refund to the donor', () => {
    const entry = refundEntry(leftOver, 'bank', euroAt(1.1))
    expect(booked(entry)).toEqual([
      ['unallocated', 'EUR', 25, 27],
      ['cash', 'EUR', -25, -27.5],
      ['fx_difference', 'EUR', 0, 0.5],
    ])
    expect(entry.lines[1]?.about.bankAccountId).toBe('bank')
  })

  test('give or refund no more than is left over', () => {
    const more = { ...leftOver, amount: euros(50.01) }
    expect(() => giftEntry(more)).toThrow('payments.more_than_unallocated')
    expect(() => refundEntry(more, 'bank', euroAt(1.1))).toThrow('payments.more_than_unallocated')
  })

  const euroAccount = { bankAccountId: 'euros', name: 'Euro account', holds: carried(euros(100), 108) }

  test('let the bank convert EUR 50', () => {
    const entry = bankConversionEntry(euroAccount, euros(50), 'usd', dollars(53.5), '2026-11-03', dollarRate, 'DOC')
    expect(booked(entry)).toEqual([
      ['cash', 'EUR', -50, -54],
      ['conversion', 'USD', -53.5, -53.5],
      ['conversion', 'EUR', 50, 53.5],
      ['cash', 'USD', 53.5, 53.5],
      ['fx_difference', 'EUR', 0, 0.5],
    ])
    expect(entry.lines.map((line) => line.about.bankAccountId)).toEqual([
      'euros',
      undefined,
      undefined,
      'usd',
      undefined,
    ])
  })

  test('earn interest, pay support cost, open an account with what it held', () => {
    expect(booked(interestEntry('bank', euros(1), '2026-11-03', euroAt(1.1), 'DOC'))).toEqual([
      ['cash', 'EUR', 1, 1.1],
      ['interest', 'EUR', -1, -1.1],
    ])
    expect(booked(supportCostEntry(euroAccount, euros(10), '2026-11-03', euroAt(1.1), 'DOC'))).toEqual([
      ['support_cost', 'EUR', 10, 11],
      ['cash', 'EUR', -10, -11],
    ])
    const opening = openingEntry('bank', euros(500), '2026-11-03', euroAt(1.1), 'Handed over')
    expect(booked(opening)).toEqual([
      ['cash', 'EUR', 500, 550],
      ['fund_balance', 'EUR', -500, -550],
    ])
    expect(opening.lines.map((line) => line.about.bankAccountId)).toEqual(['bank', undefined])
  })

  test('spend no more than an account holds, nor convert a currency into itself', () => {
    const spend = () => supportCostEntry(euroAccount, euros(100.01), '2026-11-03', euroAt(1.1), 'DOC')
    expect(spend).toThrow('treasury.more_than_held')
    const convert = (got: Money) =>
      bankConversionEntry(euroAccount, euros(50), 'usd', got, '2026-11-03', dollarRate, 'DOC')
    expect(() => convert(euros(50))).toThrow('treasury.same_currency')
  })

  test('receive 50 with a fee of 0.20', () => {
    const receipt = {
      about: { paymentId: 'payment', donorId: 'donor', bankAccountId: 'bank' },
      amount: euros(50),
      fee: euros(0.2),
      receivedOn: '2026-11-02',
    }
    expect(booked(receiptEntry(receipt, euroAt(1.08)))).toEqual([
      ['cash', 'EUR', 49.8, 53.78],
      ['bank_charges', 'EUR', 0.2, 0.22],
      ['unallocated', 'EUR', -50, -54],
    ])
  })

  const ground = (more: Partial<AllocationGround>): AllocationGround => ({
    unallocated: carried(euros(50), 54),
    receivable: carried(euros(90), 100.8),
    conditional: nothing('EUR'),
    notYetFormalised: euros(10),
    rate: () => euroAt(1.2),
    ...more,
  })

  test('allocate 50', () => {
    const allocation = { about: paying, amount: euros(50), settles: euros(50), allocatedOn: '2026-11-02' }
    expect(booked(allocationEntry(allocation, ground({})))).toEqual([
      ['unallocated', 'EUR', 50, 54],
      ['receivable', 'EUR', -50, -56],
      ['fx_difference', 'EUR', 0, 2],
    ])
  })

  test('let USD 54 settle EUR 50', () => {
    const allocation = { about: paying, amount: dollars(54), settles: euros(50), allocatedOn: '2026-11-02' }
    expect(booked(allocationEntry(allocation, ground({ unallocated: carried(dollars(54), 54) })))).toEqual([
      ['unallocated', 'USD', 54, 54],
      ['conversion', 'USD', -54, -54],
      ['conversion', 'EUR', 50, 54],
      ['receivable', 'EUR', -50, -56],
      ['fx_difference', 'EUR', 0, 2],
    ])
  })

  test('formalise what is paid although it was only promised', () => {
    const allocation = { about: paying, amount: euros(50), settles: euros(50), allocatedOn: '2026-11-02' }
    const entry = allocationEntry(allocation, ground({ receivable: carried(euros(45), 50.4) }))
    expect(booked(entry)).toEqual([
      ['receivable', 'EUR', 5, 6],
      ['pledge_income', 'EUR', -5, -6],
      ['unallocated', 'EUR', 50, 54],
      ['receivable', 'EUR', -50, -56.4],
      ['fx_difference', 'EUR', 0, 2.4],
    ])
  })

  test('refuse to pay more than was pledged or than came in', () => {
    const allocation = { about: paying, amount: euros(50), settles: euros(50), allocatedOn: '2026-11-02' }
    const less = ground({ receivable: carried(euros(30), 33) })
    expect(() => allocationEntry(allocation, less)).toThrow('payments.more_than_pledged')
    const poorer = ground({ unallocated: carried(euros(49), 53) })
    expect(() => allocationEntry(allocation, poorer)).toThrow('payments.more_than_unallocated')
  })
})

test('a carrying share adds up when the last part takes the rest', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10 ** 12 }),
      fc.integer({ min: 0, max: 10 ** 12 }),
      fc.array(fc.integer({ min: 1, max: 10 ** 12 }), { maxLength: 8 }),
      (minor, usd, cuts) => {
        let left = carried(euros(0), 0)
        left = { amount: { amountMinor: minor, currency: 'EUR' }, usdMinor: usd }
        let taken = 0
        for (const cut of [...cuts, minor]) {
          const part = { amountMinor: Math.min(cut, left.amount.amountMinor), currency: 'EUR' }
          const share = carryingShare(part, left)
          expect(share.usdMinor).toBeGreaterThanOrEqual(0)
          taken += share.usdMinor
          left = {
            amount: { amountMinor: left.amount.amountMinor - part.amountMinor, currency: 'EUR' },
            usdMinor: left.usdMinor - share.usdMinor,
          }
        }
        expect(left).toEqual(carried(euros(0), 0))
        expect(taken).toBe(usd)
      },
    ),
  )
})

test('any allocation balances, and its mirror brings every account back to where it was', () => {
  const positive = fc.integer({ min: 1, max: 10 ** 9 })
  fc.assert(
    fc.property(
      positive,
      positive,
      positive,
      positive,
      positive,
      fc.boolean(),
      fc.integer({ min: 500, max: 2000 }),
      (settled, owed, onCondition, promised, extra, crosses, rate) => {
        const currency = crosses ? 'USD' : 'EUR'
        const settles = { amountMinor: Math.min(settled, owed + onCondition + promised), currency: 'EUR' }
        const amount = crosses ? dollars(settles.amountMinor / 100) : settles
        const entry = allocationEntry(
          { about: paying, amount, settles, allocatedOn: '2026-11-02' },
          {
            unallocated: { amount: { amountMinor: amount.amountMinor + extra, currency }, usdMinor: settled + extra },
            receivable: { amount: { amountMinor: owed, currency: 'EUR' }, usdMinor: owed + 7 },
            conditional: { amount: { amountMinor: onCondition, currency: 'EUR' }, usdMinor: onCondition },
            notYetFormalised: { amountMinor: promised, currency: 'EUR' },
            rate: () => ({ ...dollarRate, currency: 'EUR', unitsPerUsd: (rate / 1000).toFixed(3) }),
          },
        )
        expect(isBalanced(entry.lines)).toBe(true)
        const undone = mirrorEntry('allocation_undone', { number: 1, lines: entry.lines }, '2026-11-03', 'Mistake')
        const sums = new Map<string, number>()
        for (const line of [...entry.lines, ...undone.lines]) {
          const key = `${line.account} ${line.amount.currency}`
          sums.set(key, (sums.get(key) ?? 0) + line.amount.amountMinor)
          sums.set(`${line.account} usd`, (sums.get(`${line.account} usd`) ?? 0) + line.usdMinor)
        }
        expect([...sums.values()].every((sum) => sum === 0)).toBe(true)
      },
    ),
  )
})
