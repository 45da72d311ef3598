import type { ExchangeRate } from '../exchange-rate.ts'
import type { Money } from '../money.ts'
import type { Account, EntryKind } from './accounts.ts'
import type { Carried, NewEntry } from './entry.ts'

// What the tests of the journal are written with: whole units instead of minor ones, as in the table of the journal.

export const about = { pledgeId: 'pledge', donorId: 'donor' }

export const euros = (units: number): Money => ({ amountMinor: Math.round(units * 100), currency: 'EUR' })
export const dollars = (units: number): Money => ({ amountMinor: Math.round(units * 100), currency: 'USD' })
export const carried = (amount: Money, usd: number): Carried => ({ amount, usdMinor: Math.round(usd * 100) })
export const nothing = (currency: string): Carried => ({ amount: { amountMinor: 0, currency }, usdMinor: 0 })

/** Units of euro per dollar so that a euro is worth `usd` dollars. */
export const euroAt = (usd: number): ExchangeRate => ({
  currency: 'EUR',
  on: '2026-09-01',
  unitsPerUsd: (1 / usd).toFixed(10),
  source: 'UN',
})
export const dollarRate: ExchangeRate = { currency: 'USD', on: '2026-09-01', unitsPerUsd: '1', source: 'USD' }

/** Account, currency, amount and dollars of each line, in whole units. */
export function booked(entry: NewEntry): [Account, string, number, number][] {
  return entry.lines.map((line) => [
    line.account,
    line.amount.currency,
    line.amount.amountMinor / 100,
    line.usdMinor / 100,
  ])
}

/** What an entry says of itself. */
export function headOf({
  kind,
  valueDate,
  reason,
  reverses,
}: NewEntry): [EntryKind, string, string | null, number | null] {
  return [kind, valueDate, reason, reverses]
}
