import { z } from 'zod'
import { currencyCode, decimalsOf, findCurrency } from './currencies.ts'
import { DomainError } from './errors.ts'

/** The largest amount that is ever kept, in minor units: far inside what an exact integer can carry. */
export const maxAmountMinor = 1_000_000_000_000_000

const amountMinor = z.int().min(-maxAmountMinor).max(maxAmountMinor)

/** An exact amount in the minor units of its currency (JPY 0, USD 2, KWD 3 decimals). */
export const money = z.strictObject({ amountMinor, currency: currencyCode })
export type Money = z.infer<typeof money>

/** As `money`, more than nothing. */
export const positiveMoney = z.strictObject({ amountMinor: amountMinor.min(1), currency: currencyCode })

/** Throws RangeError when the currencies differ or the sum passes 10^15 minor units. */
export function add(a: Money, b: Money): Money {
  requireSameCurrency(a, b)
  return { amountMinor: withinBounds(a.amountMinor + b.amountMinor), currency: a.currency }
}

/** Throws RangeError when the currencies differ or the difference passes 10^15 minor units. */
export function subtract(a: Money, b: Money): Money {
  return add(a, negate(b))
}

/** The sum of `amounts` in `currency`, zero for none. Throws RangeError on another currency or past 10^15. */
export function sum(amounts: readonly Money[], currency: string): Money {
  return amounts.reduce(add, { amountMinor: 0, currency })
}

export function negate(amount: Money): Money {
  return { amountMinor: amount.amountMinor === 0 ? 0 : -amount.amountMinor, currency: amount.currency }
}

/** Negative, zero or positive as `a` is less than, equal to or more than `b`. Throws RangeError on two currencies. */
export function compare(a: Money, b: Money): number {
  requireSameCurrency(a, b)
  return Math.sign(a.amountMinor - b.amountMinor)
}

/** The one that is not more than the other. Throws RangeError on two currencies. */
export function smaller(a: Money, b: Money): Money {
  return compare(a, b) <= 0 ? a : b
}

/** The integer, if it may be an amount in minor units; throws RangeError past 10^15 or when not exact. */
export function withinBounds(minor: number): number {
  if (!Number.isSafeInteger(minor) || Math.abs(minor) > maxAmountMinor) {
    throw new RangeError(`${minor} minor units are more than an amount may be`)
  }
  return minor
}

/** `numerator ÷ denominator`, rounded half away from zero. Throws RangeError on division by zero. */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n
  const n = numerator < 0n ? -numerator : numerator
  const d = denominator < 0n ? -denominator : denominator
  const rounded = (2n * n + d) / (2n * d)
  return negative ? -rounded : rounded
}

/**
 * Reads an amount that a person typed: plain digits and at most one full stop, with no more decimals than the currency
 * has. Anything that could be read in two ways is refused, each with its own code (DomainError `fund.amount_…`), never
 * guessed.
 */
export function parseAmount(text: string, currency: string): Money {
  const typed = text.trim()
  const refuse = (code: string, params = {}) => new DomainError(`fund.${code}`, params, 'amount')
  if ((findCurrency(currency)?.minorUnits ?? null) === null)
    throw new DomainError('fund.currency_unknown', {}, 'currency')
  const decimals = decimalsOf(currency)
  if (typed === '') throw refuse('amount_missing')
  if (typed.includes('\u2212')) throw refuse('amount_minus_sign')
  if (/[^\P{Nd}0-9]/u.test(typed)) throw refuse('amount_digits')
  if (/^[+-]?[\d.]+e[+-]?\d+$/i.test(typed)) throw refuse('amount_exponent')
  if (/\d[\s,'’_٬٫\u00a0\u202f]\s*\d/u.test(typed) || /\d\.\d*\./.test(typed)) throw refuse('amount_separators')
  if (/^-\d+(\.\d+)?$/.test(typed)) throw refuse('amount_negative')
  const match = /^(\d+)(?:\.(\d+))?$/.exec(typed)
  if (!match) throw refuse('amount_unreadable')
  const [, whole = '', fraction = ''] = match
  if (fraction.length > decimals) throw refuse('amount_decimals', { currency, decimals })
  const minor = BigInt(whole + fraction.padEnd(decimals, '0'))
  if (minor > BigInt(maxAmountMinor)) throw refuse('amount_too_large')
  return { amountMinor: Number(minor), currency }
}

/** The exact decimal string, without grouping: `1234.50`, `-0.05`, `1234` for JPY. */
export function formatMinor(amount: Money): string {
  const decimals = decimalsOf(amount.currency)
  const digits = String(Math.abs(amount.amountMinor)).padStart(decimals + 1, '0')
  const sign = amount.amountMinor < 0 ? '-' : ''
  if (decimals === 0) return `${sign}${digits}`
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

function requireSameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) throw new RangeError(`${a.currency} and ${b.currency} are two currencies`)
}
