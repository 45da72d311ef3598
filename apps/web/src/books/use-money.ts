import type { CalendarDate } from '@concert/domain/calendar-date'
import { currencies, currenciesOn, decimalsOf } from '@concert/domain/currencies'
import type { Money } from '@concert/domain/money'
import { formatBareMoney, formatMoney, formatShortMoney } from '@concert/messages/format-money'
import { useMemo } from 'react'
import { useReader } from '../locale.tsx'
import type { Option } from '../ui/option.ts'

interface Writes {
  full: (amount: Money) => string
  /** US cents. */
  usd: (usdMinor: number) => string
  shortUsd: (usdMinor: number) => string
  /** US cents in full, without the currency: for columns that name it once. Nothing is a dash. */
  bareUsd: (usdMinor: number) => string
}

/** Writes money in the reader's language. */
export function useMoney(): Writes {
  const reader = useReader()
  const dollars = (usdMinor: number): Money => ({ amountMinor: usdMinor, currency: 'USD' })
  return {
    full: (amount) => formatMoney(reader, amount),
    usd: (usdMinor) => formatMoney(reader, dollars(usdMinor)),
    shortUsd: (usdMinor) => formatShortMoney(reader, dollars(usdMinor)),
    bareUsd: (usdMinor) => (usdMinor === 0 ? '–' : formatBareMoney(reader, dollars(usdMinor))),
  }
}

/** The currencies that can be paid in on a day (all that ever could without one), by code, with their names. */
export function useCurrencyOptions(on?: CalendarDate | null): Option[] {
  const reader = useReader()
  return useMemo(() => {
    const names = new Intl.DisplayNames([reader], { type: 'currency', fallback: 'none' })
    const known = on ? currenciesOn(on) : currencies.filter(({ minorUnits }) => minorUnits !== null)
    return known.map(({ code }) => ({ id: code, name: code, description: names.of(code) }))
  }, [reader, on])
}

/** An amount as input example: `1000.00`, `1000` for JPY. */
export function exampleAmount(currency: string): string {
  return (1000).toFixed(decimalsOf(currency))
}
