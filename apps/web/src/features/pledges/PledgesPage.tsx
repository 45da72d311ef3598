import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useDeferredValue } from 'react'
import { useTranslations } from 'use-intl/react'
import { PledgeTable } from '../../books/PledgeTable.tsx'
import { countFilters, filtersOf } from '../../books/search-values.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Pagination } from '../../ui/Pagination.tsx'
import { PledgeFilters } from './PledgeFilters.tsx'
import { type PledgeSearch, publicSorts } from './search.ts'

/** Every pledge as anyone may see it, newest first. */
export function PledgesPage() {
  const t = useTranslations('pledges')
  const reader = useReader()
  const address = useSearch({ from: paths.pledges })
  const search: PledgeSearch = filtersOf(address)
  // The rows follow when they are here; until then the last ones stay, and so does the field in use.
  const shown = filtersOf(useDeferredValue(address))
  const navigate = useNavigate({ from: paths.pledges })
  const { data } = useSuspenseQuery(trpc.pledges.list.queryOptions({ ...shown, locale: reader }))
  const change = useCallback(
    (changed: object) =>
      void navigate({ search: (now) => ({ ...now, page: undefined, ...changed }), replace: true, resetScroll: false }),
    [navigate],
  )
  const isFiltered = countFilters(search) > 0
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
          search={search}
          found={data.total}
          onChange={change}
          onClear={() => navigate({ search: {} })}
          sorts={publicSorts}
        />
        {shown.donorId && <OfDonor id={shown.donorId} />}
        <PledgeTable
          caption={t('title')}
          rows={data.rows}
          empty={
            <EmptyState title={isFiltered ? t('list.noneFound') : t('list.emptyTitle')}>
              {isFiltered ? t('list.noneFoundLead') : t('list.emptyLead')}
            </EmptyState>
          }
        />
        <Pagination
          page={data.page}
          pageSize={data.pageSize}
          total={data.total}
          onPage={(page) => navigate({ search: (now) => ({ ...now, page }) })}
        />
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
