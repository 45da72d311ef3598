import type { InboxSourceId } from '@concert/domain/inbox'
import { formatNumber } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../locale.tsx'
import { paths } from '../paths.ts'
import { trpc } from '../trpc.ts'
import { EmptyState } from '../ui/EmptyState.tsx'

/** Where each is worked on: another page, or the part of this one with this id. */
const places: Record<InboxSourceId, { to: string; hash?: string }> = {
  second_signatures: { to: paths.signatures },
  instalments_due: { to: paths.due },
  round_report: { to: paths.round },
  round_clearing: { to: paths.round },
  decisions_open: { to: paths.agenda },
  outreach_due: { to: paths.outreach },
  requests_unanswered: { to: paths.requests },
  requests_matching: { to: paths.my, hash: 'requests' },
  activities_submitted: { to: paths.my, hash: 'submitted' },
  activities_stale: { to: paths.my, hash: 'stale' },
  activities_drafts: { to: paths.my, hash: 'drafts' },
}

/** What waits for the person, in numbers, the most urgent first. */
export function InboxHead() {
  const t = useTranslations('users.inbox')
  const reader = useReader()
  const { data: counts } = useSuspenseQuery(trpc.inbox.counts.queryOptions())
  if (counts.length === 0) return <EmptyState title={t('nothing')}>{t('nothingLead')}</EmptyState>
  return (
    <nav aria-label={t('head')}>
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        {counts.map(({ source, count }) => (
          <li key={source}>
            <Link
              {...places[source]}
              className="flex h-full items-baseline gap-3 rounded border border-line p-4 no-underline hover:bg-surface"
            >
              <span aria-hidden="true" className="figures text-2xl leading-tight font-semibold text-ink">
                {formatNumber(reader, count)}
              </span>
              <span className="text-sm text-ink-soft">{t(`waits.${source}`, { count })}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
