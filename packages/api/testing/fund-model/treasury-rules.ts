import { Refused } from './books.ts'
import { type FundModel, partOf } from './model.ts'

export function interest(model: FundModel, currency: string, minor: bigint, on: string): void {
  model.requireBookable(on)
  const usd = model.cents(minor, currency, on)
  model.book('interest_received', on, [
    { account: 'cash', currency, minor, usd, bank: currency },
    { account: 'interest', currency, minor: -minor, usd: -usd },
  ])
}

export function supportCost(model: FundModel, currency: string, minor: bigint, on: string): void {
  model.requireBookable(on)
  const usd = model.cents(minor, currency, on)
  if (minor > model.cash(currency).minor) throw new Refused('treasury.more_than_held')
  model.book('support_cost_charged', on, [
    { account: 'support_cost', currency, minor, usd },
    { account: 'cash', currency, minor: -minor, usd: -usd, bank: currency },
  ])
}

export function convertAtBank(
  model: FundModel,
  given: { currency: string; minor: bigint },
  got: { currency: string; minor: bigint },
  on: string,
): void {
  model.requireBookable(on)
  const usd = model.cents(got.minor, got.currency, on)
  if (given.currency === got.currency) throw new Refused('treasury.same_currency')
  const held = model.cash(given.currency)
  if (given.minor > held.minor) throw new Refused('treasury.more_than_held')
  const left = partOf(given.minor, held)
  model.book('bank_converted', on, [
    { account: 'cash', currency: given.currency, minor: -left.minor, usd: -left.usd, bank: given.currency },
    { account: 'conversion', currency: got.currency, minor: -got.minor, usd: -usd },
    { account: 'conversion', currency: given.currency, minor: given.minor, usd },
    { account: 'cash', currency: got.currency, minor: got.minor, usd, bank: got.currency },
    { account: 'fx_difference', currency: given.currency, minor: 0n, usd: left.usd - usd },
  ])
}
