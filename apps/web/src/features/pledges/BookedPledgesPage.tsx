import { pledgeSorts } from '@concert/domain/pledge'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useDeferredValue } from 'react'
import { useTranslations } from 'use-intl/react'
import { BooksNavigation } from '../../books/BooksNavigation.tsx'
import { PledgeTable, useBookedColumns } from '../../books/PledgeTable.tsx'
import { countFilters, filtersOf } from '../../books/search-values.ts'
import { ButtonLink } from '../../layout/links.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Pagination } from '../../ui/Pagination.tsx'
import { BookedFilters, PledgeFilters } from './PledgeFilters.tsx'
import type { BookedPledgeSearch } from './search.ts'

/** Every pledge with where it stands, what is outstanding and what is overdue. */
export function BookedPledgesPage() {
  const t = useTranslations('pledges')
  const reader = useReader()
  const booked = useBookedColumns()
  const address = useSearch({ from: paths.bookedPledges })
  const search: BookedPledgeSearch = filtersOf(address)
  // The rows follow when they are here; until then the last ones stay, and so does the field in use.
  const shown = filtersOf(useDeferredValue(address))
  const navigate = useNavigate({ from: paths.bookedPledges })
  const { data } = useSuspenseQuery(trpc.pledges.rows.queryOptions({ ...shown, locale: reader }))
  const change = useCallback(
    (changed: Partial<BookedPledgeSearch>) =>
      void navigate({ search: (now) => ({ ...now, page: undefined, ...changed }), replace: true, resetScroll: false }),
    [navigate],
  )
  const announceLink = (
    <ButtonLink look="primary" to={paths.announcePledge}>
      {t('form.title')}
    </ButtonLink>
  )
  const isFiltered = countFilters(search) > 0
  return (
    <Page title={t('title')} lead={t('bookedLead')} above={<BooksNavigation />} actions={announceLink}>
      <div>
        <PledgeFilters
          search={search}
          found={data.total}
          onChange={change}
          onClear={() => navigate({ search: {} })}
          sorts={pledgeSorts}
          more={<BookedFilters search={search} onChange={change} />}
        />
        <PledgeTable
          caption={t('title')}
          rows={data.rows}
          density="dense"
          more={booked}
          empty={
            <EmptyState
              title={isFiltered ? t('list.noneFound') : t('list.emptyTitle')}
              action={!isFiltered && announceLink}
            >
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
