import type { Role } from '@concert/domain/actor'
import { useSuspenseQuery } from '@tanstack/react-query'
import { type ComponentType, type LazyExoticComponent, lazy, Suspense } from 'react'
import { useTranslations } from 'use-intl/react'
import { ButtonLink } from '../layout/links.ts'
import { paths } from '../paths.ts'
import { trpc } from '../trpc.ts'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { InboxHead } from './InboxHead.tsx'

interface InboxPart {
  name: string
  /** Whom it concerns. */
  roles: readonly Role[]
  Part: LazyExoticComponent<ComponentType>
}

// Each part belongs to its slice and is loaded only for those whom it concerns.
const parts: readonly InboxPart[] = [
  {
    name: 'fund',
    roles: ['fund_manager'],
    Part: lazy(() => import('../books/InboxFund.tsx').then((m) => ({ default: m.InboxFund }))),
  },
  {
    name: 'agenda',
    roles: ['contributor', 'focal_point', 'coordinator'],
    Part: lazy(() => import('../features/agenda/InboxAgenda.tsx').then((m) => ({ default: m.InboxAgenda }))),
  },
  {
    name: 'rounds',
    roles: ['contributor', 'focal_point', 'coordinator'],
    Part: lazy(() => import('../features/rounds/InboxRounds.tsx').then((m) => ({ default: m.InboxRounds }))),
  },
  {
    name: 'requests',
    roles: ['focal_point'],
    Part: lazy(() => import('../features/requests/InboxRequests.tsx').then((m) => ({ default: m.InboxRequests }))),
  },
  {
    name: 'outreach',
    roles: ['coordinator'],
    Part: lazy(() => import('../features/outreach/InboxOutreach.tsx').then((m) => ({ default: m.InboxOutreach }))),
  },
  {
    name: 'overlaps',
    roles: ['focal_point'],
    Part: lazy(() => import('../features/overlaps/InboxOverlaps.tsx').then((m) => ({ default: m.InboxOverlaps }))),
  },
  {
    name: 'activities',
    roles: ['contributor', 'focal_point'],
    Part: lazy(() =>
      import('../features/activities/InboxActivities.tsx').then((m) => ({ default: m.InboxActivities })),
    ),
  },
]

/** What waits for the person who has signed in: for each role what it has to do, and nothing of the others'. */
export function InboxPage() {
  const t = useTranslations('users.inbox')
  const words = useTranslations('activities')
  const digests = useTranslations('digests')
  const { data: session } = useSuspenseQuery(trpc.session.me.queryOptions())
  const roles = session.actor.kind === 'person' ? session.actor.roles : []
  const shown = parts.filter((part) => part.roles.some((role) => roles.includes(role)))
  const mayWrite = roles.some((role) => role === 'contributor' || role === 'focal_point')
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <ButtonLink to={paths.digest}>{digests('title')}</ButtonLink>
          {mayWrite && (
            <ButtonLink look="primary" to={paths.newActivity}>
              {words('list.new')}
            </ButtonLink>
          )}
        </>
      }
    >
      <Suspense fallback={<Skeleton lines={2} />}>
        <InboxHead />
      </Suspense>
      {shown.map(({ name, Part }) => (
        <Suspense key={name} fallback={<Skeleton lines={6} />}>
          <Part />
        </Suspense>
      ))}
    </Page>
  )
}
