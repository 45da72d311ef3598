import type { Locale } from '@concert/domain/locales'
import type { catalogue as english } from './catalogues/en.ts'
import type { catalogue as firstEnglish } from './first/en.ts'

/** The shape of a catalogue: English has every key, the other five follow it. */
export type Messages = typeof english

/** What the shell and the first page say, so that a slow line brings them before all the rest. */
export type FirstMessages = typeof firstEnglish

const catalogues: Record<Locale, () => Promise<{ catalogue: Messages }>> = {
  en: () => import('./catalogues/en.ts'),
  fr: () => import('./catalogues/fr.ts'),
  es: () => import('./catalogues/es.ts'),
  ru: () => import('./catalogues/ru.ts'),
  zh: () => import('./catalogues/zh.ts'),
  ar: () => import('./catalogues/ar.ts'),
}

const firstCatalogues: Record<Locale, () => Promise<{ catalogue: FirstMessages }>> = {
  en: () => import('./first/en.ts'),
  fr: () => import('./first/fr.ts'),
  es: () => import('./first/es.ts'),
  ru: () => import('./first/ru.ts'),
  zh: () => import('./first/zh.ts'),
  ar: () => import('./first/ar.ts'),
}

/** All messages of one language; in the browser each language is a chunk of its own. */
export async function loadCatalogue(locale: Locale): Promise<Messages> {
  const { catalogue } = await catalogues[locale]()
  return catalogue
}

/** The messages of one language that the shell and the first page need. */
export async function loadFirstMessages(locale: Locale): Promise<FirstMessages> {
  const { catalogue } = await firstCatalogues[locale]()
  return catalogue
}
