import { locales } from '@concert/domain/locales'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { ownNames, useReader } from '../locale.tsx'

/** The six languages, each under its own name, always in the same corner. */
export function LanguageSwitch() {
  const t = useTranslations('shell')
  const reader = useReader()
  return (
    <nav aria-label={t('languages')}>
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
              className={`font-system block px-1.5 py-2 text-sm no-underline hover:text-accent-text sm:px-2 ${
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
