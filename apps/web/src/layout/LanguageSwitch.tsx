import { locales } from '@concert/domain/locales'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { ownNames, useReader } from '../locale.tsx'

/** The six languages, each under its own name, always in the same corner. */
export function LanguageSwitch() {
  const t = useTranslations('shell')
  const reader = useReader()
  return (
    <nav
      aria-label={t('languages')}
      className="-mx-1 max-sm:order-first max-sm:flex max-sm:w-full max-sm:justify-end sm:-mx-2"
    >
      <ul className="flex flex-wrap">
        {locales.map((locale) => (
          <li key={locale}>
            <Link
              to="."
              search={(search: Record<string, unknown>) => ({ ...search, lang: locale })}
              lang={locale}
              hrefLang={locale}
              aria-current={locale === reader ? 'true' : undefined}
              activeProps={{}}
              className={`font-system block px-1 py-2 text-[0.8125rem] sm:text-sm no-underline hover:text-accent-text sm:px-2 ${
                locale === reader ? 'font-semibold text-ink underline decoration-2 underline-offset-4' : 'text-ink-soft'
              }`}
            >
              {ownNames[locale]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
