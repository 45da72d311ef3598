import type { Locale } from '@concert/domain/locales'

/** Where a document of the United Nations can be read in a language; null for what has no page by its symbol. */
export function documentAddress(symbol: string, locale: Locale): string | null {
  return /^[AE]\//.test(symbol) ? `https://docs.un.org/${locale}/${symbol}` : null
}
