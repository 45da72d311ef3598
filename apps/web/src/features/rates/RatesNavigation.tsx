import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { BooksNavigation } from '../../books/BooksNavigation.tsx'
import { paths } from '../../paths.ts'

const pages = [
  { path: paths.rates, label: 'operational' },
  { path: paths.meetingRates, label: 'meetings' },
  { path: paths.threeRates, label: 'three' },
] as const

/** The way through the books, and among the pages of rates. */
export function RatesNavigation() {
  const t = useTranslations('rates.tabs')
  return (
    <div className="flex flex-col gap-2">
      <BooksNavigation />
      <nav aria-label={t('label')}>
        <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
          {pages.map(({ path, label }) => (
            <li key={path}>
              <Link
                to={path}
                activeOptions={{ exact: true, includeSearch: false }}
                className="block border-b-2 border-transparent py-1 text-accent-text no-underline hover:underline"
                activeProps={{ className: 'border-accent! text-ink! font-medium' }}
              >
                {t(label)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}
