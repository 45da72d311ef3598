import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { PledgeTable } from '../../books/PledgeTable.tsx'
import { useListFilters } from '../../books/use-list-filters.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Pagination } from '../../ui/Pagination.tsx'
import { PledgeFilters } from './PledgeFilters.tsx'
import { publicSorts } from './search.ts'

/** Every pledge as anyone may see it, newest first. */
export function PledgesPage() {
  const t = useTranslations('pledges')
  const reader = useReader()
  const list = useListFilters(useSearch({ from: paths.pledges }))
  const { data } = useSuspenseQuery(trpc.pledges.list.queryOptions({ ...list.shown, locale: reader }))
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      above={
        <Link to={paths.fund} className="link">
          {t('theFund')}
        </Link>
      }
    >
      <div>
        <PledgeFilters
          search={list.filters}
          found={data.total}
          onChange={list.change}
          onClear={list.clear}
          sorts={publicSorts}
        />
        {list.shown.donorId && <OfDonor id={list.shown.donorId} />}
        <PledgeTable
          caption={t('title')}
          rows={data.rows}
          empty={
            <EmptyState title={list.isFiltered ? t('list.noneFound') : t('list.emptyTitle')}>
              {list.isFiltered ? t('list.noneFoundLead') : t('list.emptyLead')}
            </EmptyState>
          }
        />
        <Pagination page={data.page} pageSize={data.pageSize} total={data.total} onPage={list.toPage} />
      </div>
    </Page>
  )
}

function OfDonor({ id }: { id: string }) {
  const t = useTranslations('pledges')
  const { data: donor } = useSuspenseQuery(trpc.donors.get.queryOptions({ id, locale: useReader() }))
  return (
    <p className="mb-4">
      {t('list.ofDonor')}{' '}
      <Link to={paths.donor} params={{ id }} className="link" dir="auto">
        {donor.name}
      </Link>
    </p>
  )
}
