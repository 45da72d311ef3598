import type { CalendarDate } from '../calendar-date.ts'
import { DomainError } from '../errors.ts'
import type { ExchangeRate } from '../exchange-rate.ts'
import { compare, formatMinor, type Money, negate } from '../money.ts'
import {
  type Carried,
  carryingShare,
  conversionLines,
  differenceLine,
  entry,
  type LineSubject,
  line,
  lineAtRate,
  type NewEntry,
  negated,
} from './entry.ts'
import { pairAtRate } from './pledge-entries.ts'
import { type AccountGround, requireHeld } from './treasury-entries.ts'

/** The grant that an entry is about. */
export type GrantSubject = Required<Pick<LineSubject, 'grantId'>>

/** The agreement with the grantee makes the approved amount a debt, at the rate of the day. */
export function awardEntry(
  about: GrantSubject,
  amount: Money,
  on: CalendarDate,
  rate: ExchangeRate,
  reason: string,
): NewEntry {
  return entry('grant_awarded', on, pairAtRate('grant_expense', 'grants_payable', amount, rate, about), reason)
}

export interface Disbursement {
  about: GrantSubject
  /** What of the award is paid, in its currency. */
  amount: Money
  /** What left the bank, in the account's currency: the same as `amount` where that is the award's. */
  left: Money
  on: CalendarDate
  document: string
}

/**
 * Part of the award is paid from a bank account. What left counts at the account's own rate of the day, what is payable
 * lessens by the share at which it was carried; the difference is its own line. Throws DomainError
 * `grants.more_than_payable`, and `treasury.more_than_held` when the account holds less.
 */
export function disbursementEntry(
  { about, amount, left, on, document }: Disbursement,
  payable: Carried,
  account: AccountGround,
  rate: ExchangeRate,
): NewEntry {
  const settled = payableShare(amount, payable)
  const across = amount.currency !== left.currency
  requireHeld(account, left, across ? 'left' : 'amount')
  const paid = lineAtRate('cash', negate(left), rate, { ...about, bankAccountId: account.bankAccountId })
  const lines = [
    line('grants_payable', settled, about),
    ...(across ? conversionLines({ amount, usdMinor: -paid.usdMinor }, left, about) : []),
    paid,
    differenceLine(amount.currency, -settled.usdMinor - paid.usdMinor, about),
  ]
  return entry('grant_disbursed', on, lines, document)
}

/** Part of what is payable will not be paid. Throws DomainError `grants.more_than_payable`. */
export function cutEntry(
  about: GrantSubject,
  amount: Money,
  payable: Carried,
  on: CalendarDate,
  reason: string,
): NewEntry {
  const share = payableShare(amount, payable)
  return entry(
    'grant_cut',
    on,
    [line('grants_payable', share, about), line('grant_expense', negated(share), about)],
    reason,
  )
}

export interface GranteeRefund {
  about: GrantSubject
  /** What of the grant came back, in its currency. */
  amount: Money
  /** What reached the bank, in the account's currency: the same as `amount` where that is the award's. */
  came: Money
  on: CalendarDate
  document: string
}

/**
 * The grantee sends money back, at the rate of the day of the account's currency. Throws DomainError
 * `grants.more_than_disbursed` when more would have come back than `outside`, what was disbursed and not refunded yet.
 */
export function granteeRefundEntry(
  { about, amount, came, on, document }: GranteeRefund,
  outside: Money,
  bankAccountId: string,
  rate: ExchangeRate,
): NewEntry {
  if (compare(amount, outside) > 0) throw new DomainError('grants.more_than_disbursed', spoken(outside), 'amount')
  const arrived = lineAtRate('cash', came, rate, { ...about, bankAccountId })
  const across = amount.currency !== came.currency
  const lessened = across
    ? line('grant_expense', { amount: negate(amount), usdMinor: -arrived.usdMinor }, about)
    : lineAtRate('grant_expense', negate(amount), rate, about)
  const given = { amount: came, usdMinor: arrived.usdMinor }
  return entry(
    'grant_refunded',
    on,
    [arrived, ...(across ? conversionLines(given, amount, about) : []), lessened],
    document,
  )
}

function payableShare(amount: Money, payable: Carried): Carried {
  if (compare(amount, payable.amount) > 0) {
    throw new DomainError('grants.more_than_payable', spoken(payable.amount), 'amount')
  }
  return carryingShare(amount, payable)
}

function spoken(amount: Money) {
  return { amount: formatMinor(amount), currency: amount.currency }
}
