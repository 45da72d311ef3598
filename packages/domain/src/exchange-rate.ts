import { z } from 'zod'
import { type CalendarDate, calendarDate, compareDates, daysBetween } from './calendar-date.ts'
import { currencyCode, decimalsOf } from './currencies.ts'
import { DomainError } from './errors.ts'
import { divideRounded, type Money, maxAmountMinor } from './money.ts'

/** How old the newest rate may be on the day it is used (domain model, exchange rate). */
export const maxRateAgeInDays = 62

/** Units of a currency per US dollar as an exact decimal: at most 12 digits before and 10 after the point. */
export const unitsPerUsd = z.string().refine((text) => /^\d{1,12}(\.\d{1,10})?$/.test(text) && /[1-9]/.test(text), {
  params: { code: 'fund.rate_unreadable' },
})

/** A United Nations operational rate of exchange, in force from a day on. */
export const exchangeRate = z.strictObject({
  currency: currencyCode,
  on: calendarDate,
  unitsPerUsd,
  source: z.string().trim().min(1).max(200),
})
export type ExchangeRate = z.infer<typeof exchangeRate>

/** What a journal line keeps of the rate it used; later edits of the table change nothing booked. */
export type FrozenRate = Pick<ExchangeRate, 'unitsPerUsd' | 'on' | 'source'>

export const rateRecord = exchangeRate.refine((rate) => rate.currency !== 'USD', {
  path: ['currency'],
  params: { code: 'fund.rate_of_dollar' },
})

/**
 * The newest of `rates` that is not after `date` and at most 62 days old. The US dollar is always 1.
 * Throws DomainError `fund.rate_missing`: never 0, 1 or a guess.
 */
export function rateOn(rates: readonly ExchangeRate[], currency: string, date: CalendarDate): ExchangeRate {
  if (currency === 'USD') return { currency, on: date, unitsPerUsd: '1', source: 'USD' }
  const newest = rates
    .filter((rate) => rate.currency === currency && compareDates(rate.on, date) <= 0)
    .reduce<ExchangeRate | undefined>(
      (best, rate) => (best && compareDates(best.on, rate.on) >= 0 ? best : rate),
      undefined,
    )
  if (!newest || daysBetween(newest.on, date) > maxRateAgeInDays) {
    throw new DomainError('fund.rate_missing', { currency, date }, 'amount')
  }
  return newest
}

/**
 * US cents for `amount`, rounded half away from zero, once. Throws DomainError `fund.amount_too_large` past 10^15,
 * RangeError on another currency's rate.
 */
export function toUsdMinor(amount: Money, rate: ExchangeRate): number {
  requireRateOf(amount.currency, rate)
  const { digits, scale } = exactDecimal(rate.unitsPerUsd)
  const numerator = BigInt(amount.amountMinor) * 100n * scale
  const denominator = 10n ** BigInt(decimalsOf(amount.currency)) * digits
  return converted(divideRounded(numerator, denominator))
}

/** `usdMinor` US cents in `currency`, rounded half away from zero, once. Throws as `toUsdMinor` does. */
export function fromUsdMinor(usdMinor: number, currency: string, rate: ExchangeRate): Money {
  requireRateOf(currency, rate)
  const { digits, scale } = exactDecimal(rate.unitsPerUsd)
  const numerator = BigInt(usdMinor) * 10n ** BigInt(decimalsOf(currency)) * digits
  return { amountMinor: converted(divideRounded(numerator, 100n * scale)), currency }
}

function converted(minor: bigint): number {
  if (minor > BigInt(maxAmountMinor) || minor < -BigInt(maxAmountMinor)) {
    throw new DomainError('fund.amount_too_large', {}, 'amount')
  }
  return Number(minor)
}

function requireRateOf(currency: string, rate: ExchangeRate): void {
  if (currency !== rate.currency) throw new RangeError(`The rate of ${rate.currency} says nothing about ${currency}`)
}

function exactDecimal(text: string): { digits: bigint; scale: bigint } {
  const [whole = '', fraction = ''] = text.split('.')
  const digits = BigInt(whole + fraction)
  if (digits <= 0n) throw new RangeError(`${text} is no rate`)
  return { digits, scale: 10n ** BigInt(fraction.length) }
}
