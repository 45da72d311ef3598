import type { Locale } from '@concert/domain/locales'
import { createTranslator } from 'use-intl/core'
import { loadCatalogue } from './messages.ts'

/** Finds the message at a key that is only known when the program runs; the key itself when the catalogue lacks it. */
export type Say = (key: string, params?: Record<string, string | number>) => string

/** All words of one language at once, for who needs many of them. */
export async function wordsOf(reader: Locale): Promise<Say> {
  const messages = await loadCatalogue(reader)
  return createTranslator({
    locale: reader,
    messages,
    onError: () => {},
    getMessageFallback: ({ namespace, key }) => (namespace ? `${namespace}.${key}` : key),
  }) as Say
}

/** The message at a key that is only known when the program runs; the key itself when the catalogue lacks it. */
export async function wordsAt(
  key: string,
  reader: Locale,
  params: Record<string, string | number> = {},
): Promise<string> {
  const say = await wordsOf(reader)
  return say(key, params)
}
