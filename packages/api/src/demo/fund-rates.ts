import { addDays, addMonthsClamped, type CalendarDate, compareDates } from '@concert/domain/calendar-date'
import { type ExchangeRate, rateOn } from '@concert/domain/exchange-rate'
import type { MeetingRate } from '@concert/domain/meeting-rate'
import type { Random } from './random.ts'

// Near the usual size of each currency, and invented from there.
const starts = {
  EUR: 0.9,
  GBP: 0.78,
  CHF: 0.97,
  SEK: 9.1,
  NOK: 8.9,
  DKK: 6.7,
  CAD: 1.31,
  AUD: 1.4,
  JPY: 118,
  KRW: 1190,
  KWD: 0.304,
  AED: 3.6725,
} as const

export const demoCurrencies = ['USD', ...Object.keys(starts)] as const

/** Invented monthly rates, of twelve currencies unless told others, from January 2017 to the month of `day`. */
export function inventRates(random: Random, day: CalendarDate, near: Record<string, number> = starts): ExchangeRate[] {
  const rates: ExchangeRate[] = []
  for (const [currency, start] of Object.entries(near)) {
    let units: number = start
    for (let on = '2017-01-01'; compareDates(on, day) <= 0; on = addMonthsClamped(on, 1)) {
      // A step of at most 1.5 %, pulled back to where it began, so that it wanders without leaving.
      units *= 1 + (random.next() - 0.5) * 0.03 + (start / units - 1) * 0.05
      rates.push({ currency, on, unitsPerUsd: units.toFixed(4), source: 'Example rates' })
    }
  }
  return rates
}

/** What a meeting reckons with: rates of the month before it opened. One currency is left out, as it happens. */
export function meetingRatesOf(rates: readonly ExchangeRate[], startsOn: CalendarDate): MeetingRate[] {
  const settled = addDays(startsOn, -30)
  return Object.keys(starts)
    .filter((currency) => currency !== 'AED')
    .map((currency) => ({
      currency,
      unitsPerUsd: rateOn(rates, currency, settled).unitsPerUsd,
      source: 'Example reference rates of the meeting',
    }))
}
