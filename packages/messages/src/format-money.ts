import { decimalsOf } from '@concert/domain/currencies'
import type { Locale } from '@concert/domain/locales'
import { formatMinor, type Money } from '@concert/domain/money'
import { numberFormat } from './format.ts'

/** Money in full, with its currency code and the decimals of ISO 4217: `USD 1,234.50`. */
export function formatMoney(locale: Locale, money: Money): string {
  const decimals = decimalsOf(money.currency)
  const written = numberFormat(locale, {
    style: 'currency',
    currency: money.currency,
    currencyDisplay: 'code',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(formatMinor(money) as `${number}`)
  return withSignInPlace(written)
}

/** Money in short, for labels and key figures: `USD 1.2M`. */
export function formatShortMoney(locale: Locale, money: Money): string {
  const written = numberFormat(locale, {
    style: 'currency',
    currency: money.currency,
    currencyDisplay: 'code',
    notation: 'compact',
    minimumFractionDigits: 0,
    maximumFractionDigits: 1,
  }).format(formatMinor(money) as `${number}`)
  return withSignInPlace(written)
}

/** The amount alone, with the decimals of its currency: `1,234.50`, for columns whose head names the currency. */
export function formatBareMoney(locale: Locale, money: Money): string {
  const decimals = decimalsOf(money.currency)
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  return numberFormat(locale, digits).format(formatMinor(money) as `${number}`)
}

// In Arabic the mark before a minus would turn the whole amount around, the currency to the other side of it. Isolated,
// minus and digits stay together and the currency stays where that of a positive amount stands.
function withSignInPlace(written: string): string {
  return written.replace(/\u200e(-[\d.,\u00a0]*\d)/, '\u2066$1\u2069')
}

/** The number of an amount without its currency, with the decimals of ISO 4217: `1,234.50`. */
export function formatAmount(locale: Locale, money: Money): string {
  const decimals = decimalsOf(money.currency)
  return numberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(
    formatMinor(money) as `${number}`,
  )
}

/**
 * Money in full for files, whose readers arrange text in their own ways: as `formatMoney`, but in Arabic the code comes
 * first and no mark is needed, so that the amount is one whole from left to right. The space may break: held together,
 * LibreOffice breaks such an amount inside its digits.
 */
export function formatMoneyInFile(locale: Locale, money: Money): string {
  return locale === 'ar' ? `${money.currency} ${formatAmount(locale, money)}` : formatMoney(locale, money)
}
