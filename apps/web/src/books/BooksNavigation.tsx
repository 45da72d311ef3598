import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { paths } from '../paths.ts'
import { trpc } from '../trpc.ts'

/** The pages of the books by what they are about; a part opens at its first page. */
const parts = [
  { name: 'overview', pages: [{ path: paths.books, label: 'overview' }] },
  {
    name: 'contributions',
    pages: [
      { path: paths.bookedPledges, label: 'pledges' },
      { path: paths.due, label: 'due' },
      { path: paths.payments, label: 'payments' },
      { path: paths.bankLists, label: 'bankList' },
      { path: paths.bookedDonors, label: 'donors' },
      { path: paths.letters, label: 'letters' },
    ],
  },
  {
    name: 'grants',
    pages: [
      { path: paths.bookedGrants, label: 'grants' },
      { path: paths.grantCalls, label: 'calls' },
    ],
  },
  {
    name: 'money',
    pages: [
      { path: paths.accounts, label: 'accounts' },
      { path: paths.rates, label: 'rates' },
      { path: paths.periods, label: 'periods' },
      { path: paths.reconciliation, label: 'reconciliation' },
    ],
  },
  {
    name: 'reports',
    pages: [
      { path: paths.statement, label: 'statement' },
      { path: paths.journal, label: 'journal' },
    ],
  },
  { name: 'signatures', pages: [{ path: paths.signatures, label: 'signatures' }] },
] as const

const link = 'block border-b-2 border-transparent py-1 text-accent-text no-underline hover:underline'
const current = 'border-accent! text-ink! font-medium'

/** The way through the books of the fund: their parts, and the pages of the part that is open. */
export function BooksNavigation() {
  const t = useTranslations('fund.books')
  const { pathname } = useLocation()
  const open = parts.find(({ pages }) => pages.some(({ path }) => isAt(pathname, path)))
  return (
    <nav aria-label={t('title')}>
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {parts.map((part) => (
          <li key={part.name}>
            <Link
              to={part.pages[0].path}
              aria-current={part === open ? 'true' : undefined}
              className={`${link} ${part === open ? current : ''}`}
              activeProps={{}}
            >
              {part.name === 'overview' || part.name === 'signatures' ? t(part.name) : t(`parts.${part.name}`)}
              {part.name === 'signatures' && <WaitingCount />}
            </Link>
          </li>
        ))}
      </ul>
      {open && open.pages.length > 1 && (
        <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-1 border-t border-line pt-1">
          {open.pages.map(({ path, label }) => (
            <li key={path}>
              <Link
                to={path}
                activeOptions={{ includeSearch: false, exact: open.pages.some((other) => isBelow(other.path, path)) }}
                className={link}
                activeProps={{ className: current }}
              >
                {t(label)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </nav>
  )
}

function isAt(pathname: string, path: string): boolean {
  return pathname === path || (path !== paths.books && isBelow(pathname, path))
}

function isBelow(pathname: string, path: string): boolean {
  return pathname.startsWith(`${path}/`)
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
