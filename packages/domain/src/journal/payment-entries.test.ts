import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isBalanced, mirrorEntry } from './entry.ts'
import { type AllocationGround, allocationEntry, giftEntry, receiptEntry, refundEntry } from './payment-entries.ts'
import { about, booked, carried, dollarRate, dollars, euroAt, euros, headOf, nothing } from './testing.ts'

const paying = { ...about, paymentId: 'payment', instalmentId: undefined }
const refusal = (code: string, field: string, params = {}) => expect.objectContaining({ code, field, params })

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

const allocating = (units: number) => ({
  about: paying,
  amount: euros(units),
  settles: euros(units),
  allocatedOn: '2026-11-02',
})

test('meet the condition of what is paid before it came true, and formalise the rest', () => {
  const entry = allocationEntry(allocating(30), {
    unallocated: carried(euros(50), 54),
    receivable: carried(euros(5), 5.6),
    conditional: carried(euros(20), 22.4),
    notYetFormalised: euros(10),
    rate: () => euroAt(1.2),
  })
  expect(booked(entry)).toEqual([
    ['promises', 'EUR', 20, 22.4],
    ['conditional', 'EUR', -20, -22.4],
    ['receivable', 'EUR', 20, 24],
    ['pledge_income', 'EUR', -20, -24],
    ['receivable', 'EUR', 5, 6],
    ['pledge_income', 'EUR', -5, -6],
    ['unallocated', 'EUR', 30, 32.4],
    ['receivable', 'EUR', -30, -35.6],
    ['fx_difference', 'EUR', 0, 3.2],
  ])
  expect(entry.lines.map((line) => line.about.paymentId)).toEqual([
    ...Array(6).fill(undefined),
    ...Array(3).fill('payment'),
  ])
  expect(entry.lines.every((line) => line.about.pledgeId === 'pledge' && line.about.donorId === 'donor')).toBe(true)
})

test('pay exactly what is owed without asking for a rate', () => {
  const exactly = ground({
    receivable: carried(euros(50), 56),
    rate: () => {
      throw new Error('Nothing is formalised')
    },
  })
  expect(booked(allocationEntry(allocating(50), exactly))).toContainEqual(['receivable', 'EUR', -50, -56])
})

test('say how much may be paid at most, at the field where it was typed', () => {
  const less = ground({ receivable: carried(euros(30), 33), conditional: carried(euros(5), 5.5) })
  const pledged = { amount: '45.00', currency: 'EUR' }
  expect(() => allocationEntry(allocating(50), less)).toThrow(
    refusal('payments.more_than_pledged', 'allocations', pledged),
  )
  const left = { amount: '49.00', currency: 'EUR' }
  const poorer = ground({ unallocated: carried(euros(49), 53) })
  expect(() => allocationEntry(allocating(50), poorer)).toThrow(
    refusal('payments.more_than_unallocated', 'allocations', left),
  )
  const more = { ...leftOver, amount: euros(50.01) }
  const all = refusal('payments.more_than_unallocated', 'amount', { amount: '50.00', currency: 'EUR' })
  expect(() => giftEntry(more)).toThrow(all)
  expect(() => refundEntry(more, 'bank', euroAt(1.1))).toThrow(all)
})

test('each entry says what it is, of which day, with its reason', () => {
  const receipt = {
    about: { paymentId: 'payment', donorId: 'donor', bankAccountId: 'bank' },
    amount: euros(50),
    fee: euros(0),
    receivedOn: '2026-11-02',
  }
  const received = receiptEntry(receipt, euroAt(1.08))
  const told = [
    received,
    giftEntry(leftOver),
    refundEntry(leftOver, 'bank', euroAt(1.1)),
    allocationEntry(allocating(1), ground({})),
  ]
  expect(told.map(headOf)).toEqual([
    ['payment_received', '2026-11-02', null, null],
    ['overpayment_given', '2026-11-03', 'Letter', null],
    ['payment_refunded', '2026-11-03', 'Letter', null],
    ['payment_allocated', '2026-11-02', null, null],
  ])
  expect(received.lines.map((line) => line.about)).toEqual([
    { paymentId: 'payment', donorId: 'donor', bankAccountId: 'bank' },
    { paymentId: 'payment', donorId: 'donor' },
  ])
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
