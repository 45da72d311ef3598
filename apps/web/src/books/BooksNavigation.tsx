import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { paths } from '../paths.ts'
import { trpc } from '../trpc.ts'

const pages = [
  { path: paths.books, label: 'overview' },
  { path: paths.bookedPledges, label: 'pledges' },
  { path: paths.due, label: 'due' },
  { path: paths.payments, label: 'payments' },
  { path: paths.bookedDonors, label: 'donors' },
  { path: paths.letters, label: 'letters' },
  { path: paths.rates, label: 'rates' },
  { path: paths.accounts, label: 'accounts' },
  { path: paths.journal, label: 'journal' },
  { path: paths.statement, label: 'statement' },
  { path: paths.signatures, label: 'signatures' },
  { path: paths.periods, label: 'periods' },
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
              {path === paths.signatures && <WaitingCount />}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** How many requests wait for this officer as the second one. */
function WaitingCount() {
  const t = useTranslations('signatures')
  const { data: waiting = 0 } = useQuery(trpc.signatures.waiting.queryOptions())
  if (waiting === 0) return null
  return (
    <span className="figures ms-1.5 rounded bg-accent px-1.5 text-sm text-on-accent">
      <span aria-hidden="true">{waiting}</span>
      <span className="sr-only">{t('waitingForYou', { count: waiting })}</span>
    </span>
  )
}
