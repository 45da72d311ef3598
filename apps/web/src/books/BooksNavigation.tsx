import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { paths } from '../paths.ts'

const pages = [
  { path: paths.books, label: 'overview' },
  { path: paths.bookedPledges, label: 'pledges' },
  { path: paths.payments, label: 'payments' },
  { path: paths.bookedDonors, label: 'donors' },
  { path: paths.rates, label: 'rates' },
  { path: paths.journal, label: 'journal' },
  { path: paths.statement, label: 'statement' },
] as const

/** The way through the books of the fund. */
export function BooksNavigation() {
  const t = useTranslations('fund.books')
  return (
    <nav aria-label={t('title')}>
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {pages.map(({ path, label }) => (
          <li key={path}>
            <Link
              to={path}
              activeOptions={{ exact: path === paths.books, includeSearch: false }}
              className="block border-b-2 border-transparent py-1 text-accent-text no-underline hover:underline"
              activeProps={{ className: 'border-accent! text-ink! font-medium' }}
            >
              {t(label)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
