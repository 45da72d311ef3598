import type { Locale } from '@concert/domain/locales'
import { createTranslator } from 'use-intl/core'
import { loadCatalogue } from './messages.ts'

type Translate = (key: string, params?: Record<string, string | number>) => string

/** The message at a key that is only known when the program runs; the key itself when the catalogue lacks it. */
export async function wordsAt(
  key: string,
  reader: Locale,
  params: Record<string, string | number> = {},
): Promise<string> {
  const messages = await loadCatalogue(reader)
  const translate = createTranslator({
    locale: reader,
    messages,
    onError: () => {},
    getMessageFallback: () => key,
  }) as Translate
  return translate(key, params)
}
