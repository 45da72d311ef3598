import { randomUUID } from 'node:crypto'
import { findAllocationOf } from '@concert/db/testing/fund-balances'
import type { Caller, World } from '../callers.ts'
import type { ModelRate } from './books.ts'
import { currencies } from './commands.ts'

/** Two fund managers, and what they find when a run begins: donors, an account in each currency, rates. */
export interface Officers {
  one: Caller
  other: Caller
  donors: string[]
  accounts: Record<string, string>
  rates: ModelRate[]
  /** The allocation that an entry booked. */
  findAllocation(entryNumber: number): Promise<string>
}

const rates: readonly ModelRate[] = [
  { currency: 'EUR', on: '2026-08-15', units: '0.9' },
  { currency: 'EUR', on: '2026-10-01', units: '0.8' },
  { currency: 'EUR', on: '2026-11-01', units: '0.8771' },
  { currency: 'JPY', on: '2026-08-15', units: '149.2' },
  { currency: 'JPY', on: '2026-10-10', units: '151.37' },
  { currency: 'KWD', on: '2026-08-15', units: '0.3071' },
  { currency: 'KWD', on: '2026-11-01', units: '0.2999' },
]

export async function anOffice(world: World): Promise<Officers> {
  const one = world.as('fund_manager')
  const other = world.as('fund_manager')
  const donors: string[] = []
  for (const name of ['Donor State A', 'Donor State B']) {
    const names = [{ name, language: 'en' as const, role: 'main' as const, since: null }]
    const registration = { kind: 'GOV' as const, names, placeCode: null, anonymous: false }
    donors.push((await one.donors.register({ ...registration, idempotencyKey: randomUUID() })).id)
  }
  const accounts: Record<string, string> = {}
  for (const currency of currencies) {
    const account = { name: `Account in ${currency}`, currency, idempotencyKey: randomUUID() }
    accounts[currency] = (await one.payments.openBankAccount(account)).id
  }
  for (const { currency, on, units } of rates) {
    await one.rates.record({ currency, on, unitsPerUsd: units, source: 'Test', idempotencyKey: randomUUID() })
  }
  return {
    one,
    other,
    donors,
    accounts,
    rates: [...rates],
    findAllocation: (entryNumber) => findAllocationOf(world.db, entryNumber),
  }
}
