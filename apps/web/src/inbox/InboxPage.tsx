import type { Role } from '@concert/domain/actor'
import { useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useTranslations } from 'use-intl/react'
import { ButtonLink } from '../layout/links.ts'
import { paths } from '../paths.ts'
import { trpc } from '../trpc.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

// Each part belongs to its slice and is loaded only for those whom it concerns.
const InboxActivities = lazy(() =>
  import('../features/activities/InboxActivities.tsx').then((m) => ({ default: m.InboxActivities })),
)
const InboxFund = lazy(() => import('../books/InboxFund.tsx').then((m) => ({ default: m.InboxFund })))

const ofActivities: readonly Role[] = ['contributor', 'focal_point', 'coordinator']

/** What waits for the person who has signed in: for each role what it has to do, and nothing of the others'. */
export function InboxPage() {
  const t = useTranslations('users.inbox')
  const words = useTranslations('activities')
  const { data: session } = useSuspenseQuery(trpc.session.me.queryOptions())
  const roles = session.actor.kind === 'person' ? session.actor.roles : []
  const hasActivities = roles.some((role) => ofActivities.includes(role))
  const hasFund = roles.includes('fund_manager')
  const mayWrite = roles.some((role) => role === 'contributor' || role === 'focal_point')
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        mayWrite && (
          <ButtonLink look="primary" to={paths.newActivity}>
            {words('list.new')}
          </ButtonLink>
        )
      }
    >
      {hasFund && (
        <Suspense fallback={<Skeleton lines={6} />}>
          <InboxFund />
        </Suspense>
      )}
      {hasActivities && (
        <Suspense fallback={<Skeleton lines={6} />}>
          <InboxActivities />
        </Suspense>
      )}
      {!hasFund && !hasActivities && <EmptyState title={t('nothing')}>{t('nothingLead')}</EmptyState>}
    </Page>
  )
}
