import type { Locale } from '@concert/domain/locales'
import { type FirstMessages, loadCatalogue, loadFirstMessages, type Messages } from '@concert/messages/messages'
import { use, useSyncExternalStore } from 'react'

type Extent = 'first' | 'all'

const loading = new Map<string, Promise<Messages | FirstMessages>>()
const loaded = new Map<string, Messages | FirstMessages>()
const listeners = new Set<() => void>()
let wanted: Extent = 'first'

/** Starts loading a language, once. The hundred parts of the Chinese font are declared to its readers only. */
export function loadMessages(locale: Locale, extent: Extent): Promise<Messages | FirstMessages> {
  const key = `${locale} ${extent}`
  const known = loading.get(key)
  if (known) return known
  if (locale === 'zh') void import('./theme/chinese.css')
  const messages = extent === 'all' ? loadCatalogue(locale) : loadFirstMessages(locale)
  loading.set(key, messages)
  void messages.then((words) => loaded.set(key, words))
  return messages
}

/** The first page needs a part of the words; from here on every page has all of them. Resolves when they are there. */
export async function wantAllMessages(locale: Locale): Promise<void> {
  await loadMessages(locale, 'all')
  wanted = 'all'
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The words of a language, as many as are wanted; suspends until they are there. */
export function useMessages(locale: Locale): Messages | FirstMessages {
  const extent = useSyncExternalStore(subscribe, () => wanted)
  return loaded.get(`${locale} ${extent}`) ?? use(loadMessages(locale, extent))
}
