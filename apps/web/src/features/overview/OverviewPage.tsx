import { useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useTranslations } from 'use-intl/react'
import { PublicFigure } from '../../layout/PublicFigure.tsx'
import { LiveMark } from '../../live/LiveMark.tsx'
import { useReader } from '../../locale.tsx'
import { type Answers, trpc } from '../../trpc.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { ActivityCharts } from './ActivityCharts.tsx'
import { RecentChanges } from './RecentChanges.tsx'

const FundCharts = lazy(async () => ({ default: (await import('./FundCharts.tsx')).FundCharts }))

export type Overview = Answers['figures']['overview']

const headline = [
  'activities.public',
  'agencies.members',
  'places.countries',
  'fund.announced',
  'fund.formalised',
  'fund.received',
]

/** The first page: what is being done, by whom and where, and what it is funded with. */
export function OverviewPage() {
  const t = useTranslations('overview')
  const { data: overview } = useSuspenseQuery(trpc.figures.overview.queryOptions({ locale: useReader() }))
  return (
    <Page title={t('title')} lead={t('lead')} actions={<LiveMark asOf={overview.asOf} />}>
      <section aria-label={t('figures')}>
        <ul className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-3">
          {headlineFigures(overview.figures).map((figure) => (
            <li key={figure.id}>
              <PublicFigure figure={figure} />
            </li>
          ))}
        </ul>
      </section>
      <Section title={t('activities')} lead={t('activitiesLead')}>
        {overview.activities.byYear.length + overview.activities.byAgency.length === 0 ? (
          <EmptyState title={t('emptyTitle')}>{t('emptyLead')}</EmptyState>
        ) : (
          <ActivityCharts overview={overview} />
        )}
      </Section>
      <Section title={t('fund.title')} lead={t('fund.lead')}>
        <Suspense fallback={<Skeleton height={24} />}>
          <FundCharts />
        </Suspense>
      </Section>
      {overview.recent.length > 0 && (
        <Section title={t('recent')} lead={t('recentLead')}>
          <RecentChanges recent={overview.recent} />
        </Section>
      )}
    </Page>
  )
}

/** Six at most: those named above in their order, then whatever else is public. */
function headlineFigures(figures: Overview['figures']): Overview['figures'] {
  const rank = (id: string) => (headline.includes(id) ? headline.indexOf(id) : headline.length)
  return figures.toSorted((a, b) => rank(a.id) - rank(b.id)).slice(0, headline.length)
}
