import { direction, type Locale, locales } from '@concert/domain/locales'
import { languageTag } from '@concert/messages/format'
import { loadCatalogue, type Messages } from '@concert/messages/messages'
import { type ReactNode, use, useLayoutEffect } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { IntlProvider, useLocale } from 'use-intl/react'
import { queryClient } from './trpc.ts'

const storageKey = 'concert.locale'

/** Every language under its own name, as the language switch shows it. */
export const ownNames: Record<Locale, string> = {
  en: 'English',
  fr: 'Français',
  es: 'Español',
  ru: 'Русский',
  zh: '中文',
  ar: 'العربية',
}

function isLocale(tag: string | null | undefined): tag is Locale {
  return locales.some((locale) => locale === tag)
}

/** The language to use where the URL names none: the one chosen before, else the browser's, else English. */
export function preferredLocale(): Locale {
  const wished = [localStorage.getItem(storageKey), ...navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase())]
  return wished.find(isLocale) ?? 'en'
}

const loading = new Map<Locale, Promise<Messages>>()

/** Starts loading a language, once. The hundred parts of the Chinese font are declared to its readers only. */
export function messagesOf(locale: Locale): Promise<Messages> {
  const known = loading.get(locale)
  if (known) return known
  if (locale === 'zh') void import('./theme/chinese.css')
  const messages = loadCatalogue(locale)
  loading.set(locale, messages)
  return messages
}

export function LocaleProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  const messages = use(messagesOf(locale))
  useLayoutEffect(() => {
    const html = document.documentElement
    const changed = html.lang !== locale
    html.lang = locale
    html.dir = direction(locale)
    localStorage.setItem(storageKey, locale)
    if (changed) void queryClient.invalidateQueries()
  }, [locale])
  return (
    <IntlProvider locale={locale} messages={messages} timeZone="UTC">
      <I18nProvider locale={languageTag(locale)}>{children}</I18nProvider>
    </IntlProvider>
  )
}

/** The language of the page, as one of the six. */
export function useReader(): Locale {
  const locale = useLocale()
  return isLocale(locale) ? locale : 'en'
}
