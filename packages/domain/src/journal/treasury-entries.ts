import type { CalendarDate } from '../calendar-date.ts'
import { DomainError } from '../errors.ts'
import type { ExchangeRate } from '../exchange-rate.ts'
import { compare, formatMinor, type Money } from '../money.ts'
import {
  type Carried,
  carryingShare,
  conversionLines,
  differenceLine,
  entry,
  line,
  lineAtRate,
  type NewEntry,
  negated,
} from './entry.ts'
import { carriedAt, pairAtRate } from './pledge-entries.ts'

/** A bank account of the fund, with what it holds and the US cents at which that is carried. */
export interface AccountGround {
  bankAccountId: string
  name: string
  holds: Carried
}

/** What an account held before the books began, at the rate of that day; stands against the fund's balance. */
export function openingEntry(
  bankAccountId: string,
  amount: Money,
  on: CalendarDate,
  rate: ExchangeRate,
  reason: string,
): NewEntry {
  const lines = pairAtRate('cash', 'fund_balance', amount, rate, {})
  return entry('balance_opened', on, onAccount(lines, bankAccountId), reason)
}

export function interestEntry(
  bankAccountId: string,
  amount: Money,
  on: CalendarDate,
  rate: ExchangeRate,
  document: string,
): NewEntry {
  return entry(
    'interest_received',
    on,
    onAccount(pairAtRate('cash', 'interest', amount, rate, {}), bankAccountId),
    document,
  )
}

/** Programme support cost. Throws DomainError `treasury.more_than_held` when the account holds less. */
export function supportCostEntry(
  account: AccountGround,
  amount: Money,
  on: CalendarDate,
  rate: ExchangeRate,
  document: string,
): NewEntry {
  requireHeld(account, amount, 'amount')
  const lines = pairAtRate('support_cost', 'cash', amount, rate, {})
  return entry('support_cost_charged', on, onAccount(lines, account.bankAccountId), document)
}

/**
 * The bank changed `given` of one account into `got` on another. `got` counts at its own rate (US dollars at par), and
 * what left at the share at which it was carried; the difference is its own line. Throws DomainError as
 * `supportCostEntry` does, and `treasury.same_currency` for one currency.
 */
export function bankConversionEntry(
  from: AccountGround,
  given: Money,
  intoAccountId: string,
  got: Money,
  on: CalendarDate,
  gotRate: ExchangeRate,
  document: string,
): NewEntry {
  if (given.currency === got.currency) throw new DomainError('treasury.same_currency', {}, 'got')
  requireHeld(from, given, 'given')
  const left = carryingShare(given, from.holds)
  const arrived = lineAtRate('cash', got, gotRate, { bankAccountId: intoAccountId })
  return entry(
    'bank_converted',
    on,
    [
      line('cash', negated(left), { bankAccountId: from.bankAccountId }),
      ...conversionLines(carriedAt(got, gotRate), given, {}),
      arrived,
      differenceLine(given.currency, left.usdMinor - arrived.usdMinor, {}),
    ],
    document,
  )
}

/** Throws DomainError `treasury.more_than_held` at `field` when the account holds less than `amount`. */
export function requireHeld({ name, holds }: AccountGround, amount: Money, field: string): void {
  if (compare(amount, holds.amount) <= 0) return
  const params = { account: name, amount: formatMinor(holds.amount), currency: holds.amount.currency }
  throw new DomainError('treasury.more_than_held', params, field)
}

function onAccount(lines: NewEntry['lines'], bankAccountId: string): NewEntry['lines'] {
  return lines.map((one) => (one.account === 'cash' ? { ...one, about: { ...one.about, bankAccountId } } : one))
}
