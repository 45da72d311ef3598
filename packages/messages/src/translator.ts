import type { Locale } from '@concert/domain/locales'
import { createTranslator } from 'use-intl/core'
import { loadCatalogue, type Messages } from './messages.ts'

/** The words of one namespace in one language, for what is written outside the browser: letters, files. */
export async function translatorOf<Namespace extends keyof Messages>(locale: Locale, namespace: Namespace) {
  const messages = await loadCatalogue(locale)
  return createTranslator<Messages, Namespace>({ locale, messages, namespace })
}
