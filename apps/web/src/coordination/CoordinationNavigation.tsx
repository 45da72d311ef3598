import type { Messages } from '@concert/messages/messages'
import { Link, useRouter } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { paths } from '../paths.ts'

/** In the order in which a meeting is prepared. */
const pages: readonly { path: string; label: keyof Messages['coordination']['pages'] }[] = [
  { path: paths.agenda, label: 'agenda' },
  { path: paths.round, label: 'round' },
  { path: paths.overlaps, label: 'overlaps' },
  { path: paths.gaps, label: 'gaps' },
  { path: paths.requests, label: 'requests' },
  { path: paths.calendar, label: 'calendar' },
  { path: paths.outreach, label: 'outreach' },
  { path: paths.releases, label: 'releases' },
]

/** The way through what the group does together. */
export function CoordinationNavigation() {
  const t = useTranslations('coordination')
  const { routesByPath } = useRouter()
  return (
    <nav aria-label={t('title')}>
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {pages
          .filter(({ path }) => path in routesByPath)
          .map(({ path, label }) => (
            <li key={path}>
              <Link
                to={path}
                activeOptions={{ includeSearch: false }}
                className="block border-b-2 border-transparent py-1 text-accent-text no-underline hover:underline"
                activeProps={{ className: 'border-accent! text-ink! font-medium' }}
              >
                {t(`pages.${label}`)}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  )
}
