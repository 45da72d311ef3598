import { visibilities } from '@concert/domain/activity'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { paths } from '../../paths.ts'
import { type Answers, trpc } from '../../trpc.ts'
import { Callout } from '../../ui/Callout.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Pagination } from '../../ui/Pagination.tsx'
import { ActivityTable } from './ActivityTable.tsx'

/** Everything that one's own agency leads or shares, drafts included, last touched first. */
export function OurActivitiesPage() {
  const t = useTranslations('activities.mine')
  const { data: session } = useSuspenseQuery(trpc.session.me.queryOptions())
  if (session.agency) return <Ours agency={session.agency} />
  return (
    <Page title={t('title')}>
      <Callout>{t('noAgency')}</Callout>
    </Page>
  )
}

function Ours({ agency }: { agency: NonNullable<Answers['session']['me']['agency']> }) {
  const t = useTranslations('activities')
  const { page = 1 } = useSearch({ from: paths.myActivities })
  const navigate = useNavigate({ from: paths.myActivities })
  const { data: list } = useSuspenseQuery(
    trpc.activities.list.queryOptions({ agency: agency.slug, visibility: [...visibilities], sort: 'updated', page }),
  )
  return (
    <Page title={t('mine.title')} lead={t('mine.lead', { agency: agency.acronym })}>
      <div>
        <ActivityTable
          rows={list.rows}
          empty={<EmptyState title={t('list.emptyTitle')}>{t('inbox.noDrafts')}</EmptyState>}
        />
        <Pagination
          page={list.page}
          pageSize={list.pageSize}
          total={list.total}
          onPage={(next) => navigate({ search: { page: next } })}
        />
      </div>
    </Page>
  )
}
