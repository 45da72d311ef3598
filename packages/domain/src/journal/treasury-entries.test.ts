import { expect, test } from 'vitest'
import type { Money } from '../money.ts'
import { booked, carried, dollarRate, dollars, euroAt, euros, headOf } from './testing.ts'
import { bankConversionEntry, interestEntry, openingEntry, supportCostEntry } from './treasury-entries.ts'

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
  expect(entry.lines.map((line) => line.about.bankAccountId)).toEqual(['euros', undefined, undefined, 'usd', undefined])
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

test('say what an account holds at the field where more was typed, and spend all of it', () => {
  const held = { account: 'Euro account', amount: '100.00', currency: 'EUR' }
  const refusal = (code: string, field: string, params = {}) => expect.objectContaining({ code, field, params })
  const spend = (amount: Money) => supportCostEntry(euroAccount, amount, '2026-11-03', euroAt(1.1), 'DOC')
  const convert = (given: Money, got: Money) =>
    bankConversionEntry(euroAccount, given, 'usd', got, '2026-11-03', dollarRate, 'DOC')
  expect(() => spend(euros(100.01))).toThrow(refusal('treasury.more_than_held', 'amount', held))
  expect(() => convert(euros(100.01), dollars(1))).toThrow(refusal('treasury.more_than_held', 'given', held))
  expect(() => convert(euros(1), euros(1))).toThrow(refusal('treasury.same_currency', 'got'))
  expect(booked(spend(euros(100)))).toContainEqual(['cash', 'EUR', -100, -110])
})

test('each entry says what it is, of which day, with its document', () => {
  const [day, rate] = ['2026-11-03', euroAt(1.1)]
  const told = [
    openingEntry('bank', euros(1), day, rate, 'Handed over'),
    interestEntry('bank', euros(1), day, rate, 'DOC'),
    supportCostEntry(euroAccount, euros(1), day, rate, 'DOC'),
    bankConversionEntry(euroAccount, euros(1), 'usd', dollars(1), day, dollarRate, 'DOC'),
  ]
  expect(told.map(headOf)).toEqual([
    ['balance_opened', day, 'Handed over', null],
    ['interest_received', day, 'DOC', null],
    ['support_cost_charged', day, 'DOC', null],
    ['bank_converted', day, 'DOC', null],
  ])
})
