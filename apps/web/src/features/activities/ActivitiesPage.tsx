import { narrowedBy } from '@concert/domain/activity-filter'
import { formatNumber } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useTranslations } from 'use-intl/react'
import { ActivityTimeline } from '../../coordination/ActivityTimeline.tsx'
import { AddressLink } from '../../layout/AddressLink.tsx'
import { ButtonLink } from '../../layout/links.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { Callout } from '../../ui/Callout.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Pagination } from '../../ui/Pagination.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { ActivityCharts } from './ActivityCharts.tsx'
import { ActivityFilters } from './ActivityFilters.tsx'
import { ActivityTable } from './ActivityTable.tsx'
import { type ActivitySearch, activityViews, filterOf } from './search.ts'

const countLimit = 10_000

/** The log: who does what, where and when. The address is its whole state. */
export function ActivitiesPage() {
  const t = useTranslations('activities')
  const tReleases = useTranslations('releases')
  const reader = useReader()
  const search: ActivitySearch = useSearch({ from: paths.activities })
  const navigate = useNavigate({ from: paths.activities })
  const { data: session } = useSuspenseQuery(trpc.session.me.queryOptions())
  const { data: list } = useSuspenseQuery(trpc.activities.list.queryOptions(filterOf(search)))
  const { actor } = session
  const mayLog = actor.kind === 'person' && actor.roles.some((role) => role === 'contributor' || role === 'focal_point')
  const change = useCallback(
    (changed: Partial<ActivitySearch>) =>
      navigate({ search: (now) => ({ ...now, page: undefined, ...changed }), replace: true, resetScroll: false }),
    [navigate],
  )
  const found = list.isAtLeast
    ? t('list.foundMany', { count: formatNumber(reader, list.total) })
    : t('list.found', { count: list.total })

  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        mayLog && (
          <ButtonLink look="primary" to={paths.newActivity}>
            {t('list.new')}
          </ButtonLink>
        )
      }
    >
      <p className="-mt-4">
        <AddressLink address={paths.peopleReached}>{tReleases('seePeople')}</AddressLink>
      </p>
      <div>
        <ActivityFilters
          search={search}
          onChange={change}
          onClear={() => navigate({ search: ({ view }) => ({ view }) })}
          found={found}
          isMember={actor.kind === 'person'}
        />
        {list.total === 0 ? (
          <Nothing isFiltered={narrowedBy(search).length > 0} />
        ) : (
          <Tabs
            label={t('list.views')}
            selected={search.view ?? 'table'}
            onSelect={(view) =>
              change({ view: activityViews.find((one) => one === view && one !== 'table'), page: search.page })
            }
            tabs={[
              {
                id: 'table',
                title: t('list.table'),
                content: (
                  <>
                    <ActivityTable rows={list.rows} />
                    <Pagination
                      page={list.page}
                      pageSize={list.pageSize}
                      total={list.isAtLeast ? Math.max(list.total, (list.page + 1) * list.pageSize) : list.total}
                      onPage={(page) => navigate({ search: (now) => ({ ...now, page }) })}
                    />
                  </>
                ),
              },
              { id: 'timeline', title: t('list.timeline'), content: <TimelineOf search={search} onChange={change} /> },
              { id: 'charts', title: t('list.charts'), content: <Charts search={search} /> },
            ]}
          />
        )}
      </div>
    </Page>
  )
}

function TimelineOf({
  search,
  onChange,
}: {
  search: ActivitySearch
  onChange: (change: Partial<ActivitySearch>) => void
}) {
  const { from, months, rows } = search
  const { page: _, pageSize: __, sort: ___, ...filter } = filterOf(search)
  return (
    <ActivityTimeline
      filter={filter}
      search={{ from, months, rows }}
      onChange={onChange}
      empty={(title, lead) => <EmptyState title={title}>{lead}</EmptyState>}
    />
  )
}

function Charts({ search }: { search: ActivitySearch }) {
  const t = useTranslations('activities.list')
  const reader = useReader()
  const { page: _, sort: __, ...filter } = filterOf(search)
  const { data } = useSuspenseQuery(trpc.activities.tallies.queryOptions(filter))
  if (!data.counts) return <Callout>{t('tooMany', { limit: formatNumber(reader, countLimit) })}</Callout>
  return <ActivityCharts counts={data.counts} ofYear={data.agenciesOfYear} asOf={data.asOf} />
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  const t = useTranslations('activities.list')
  return isFiltered ? (
    <EmptyState title={t('noneTitle')}>{t('noneLead')}</EmptyState>
  ) : (
    <EmptyState title={t('emptyTitle')}>{t('emptyLead')}</EmptyState>
  )
}
