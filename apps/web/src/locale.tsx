import { direction, type Locale, locales } from '@concert/domain/locales'
import { languageTag } from '@concert/messages/format'
import { type ReactNode, useLayoutEffect } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { IntlProvider, useLocale } from 'use-intl/react'
import { useMessages } from './catalogue.ts'
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

/** Whether a language tag is one of the six. */
export function isLocale(tag: string | null | undefined): tag is Locale {
  return locales.some((locale) => locale === tag)
}

/** The language to use where the URL names none: the one chosen before, else the browser's, else English. */
export function preferredLocale(): Locale {
  const wished = [localStorage.getItem(storageKey), ...navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase())]
  return wished.find(isLocale) ?? 'en'
}

export function LocaleProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  const messages = useMessages(locale)
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

/** The language of the page, outside of React. */
export function shownLocale(): Locale {
  const { lang } = document.documentElement
  return isLocale(lang) ? lang : 'en'
}
