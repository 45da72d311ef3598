import type { Locale } from '@concert/domain/locales'
import type { catalogue as english } from './catalogues/en.ts'

/** The shape of a catalogue: English has every key, the other five follow it. */
export type Messages = typeof english

const catalogues: Record<Locale, () => Promise<{ catalogue: Messages }>> = {
  en: () => import('./catalogues/en.ts'),
  fr: () => import('./catalogues/fr.ts'),
  es: () => import('./catalogues/es.ts'),
  ru: () => import('./catalogues/ru.ts'),
  zh: () => import('./catalogues/zh.ts'),
  ar: () => import('./catalogues/ar.ts'),
}

/** The messages of one language; each language is a chunk of its own in the browser. */
export async function loadCatalogue(locale: Locale): Promise<Messages> {
  const { catalogue } = await catalogues[locale]()
  return catalogue
}
