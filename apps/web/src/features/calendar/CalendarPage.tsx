import { getRouteApi } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { ActivityTimeline } from '../../coordination/ActivityTimeline.tsx'
import { CoordinationNavigation } from '../../coordination/CoordinationNavigation.tsx'
import { ButtonLink } from '../../layout/links.ts'
import { paths } from '../../paths.ts'
import { useHasRole } from '../../roles.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { CalendarFilters } from './CalendarFilters.tsx'
import { MonthView } from './MonthView.tsx'
import { type CalendarSearch, calendarViews, filterOf } from './search.ts'

const route = getRouteApi(paths.calendar)

/** What agencies are about to do: bars over time, or the days of a month. The address is its whole state. */
export function CalendarPage() {
  const t = useTranslations('calendar')
  const search: CalendarSearch = route.useSearch()
  const navigate = route.useNavigate()
  const change = (changed: Partial<CalendarSearch>) =>
    navigate({ search: (now) => ({ ...now, ...changed }), replace: true, resetScroll: false })
  const { from, months, rows } = search
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      above={<CoordinationNavigation />}
      actions={<ButtonLink to={paths.feeds}>{t('toFeeds')}</ButtonLink>}
    >
      <div>
        <CalendarFilters
          search={search}
          onChange={change}
          onClear={() =>
            navigate({ search: ({ view, month }) => ({ view, month, from, months, rows }), replace: true })
          }
        />
        <Tabs
          label={t('views')}
          selected={search.view ?? 'timeline'}
          onSelect={(view) => change({ view: calendarViews.find((one) => one === view && one !== 'timeline') })}
          tabs={[
            {
              id: 'timeline',
              title: t('timeline'),
              content: (
                <ActivityTimeline
                  filter={filterOf(search)}
                  search={{ from, months, rows }}
                  onChange={change}
                  empty={(title) => <Nothing title={title} />}
                />
              ),
            },
            { id: 'month', title: t('month'), content: <MonthView search={search} onChange={change} /> },
          ]}
        />
      </div>
    </Page>
  )
}

function Nothing({ title }: { title: string }) {
  const t = useTranslations('calendar')
  const tActivities = useTranslations('activities')
  const isContributor = useHasRole('contributor')
  const mayLog = useHasRole('focal_point') || isContributor
  const action = mayLog && (
    <ButtonLink look="primary" to={paths.newActivity}>
      {tActivities('list.new')}
    </ButtonLink>
  )
  return (
    <EmptyState title={title} action={action}>
      {t('noneLead')}
    </EmptyState>
  )
}
