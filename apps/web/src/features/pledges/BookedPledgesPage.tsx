import { pledgeSorts } from '@concert/domain/pledge'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { BooksNavigation } from '../../books/BooksNavigation.tsx'
import { PledgeTable, useBookedColumns } from '../../books/PledgeTable.tsx'
import { useListFilters } from '../../books/use-list-filters.ts'
import { ButtonLink } from '../../layout/links.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Pagination } from '../../ui/Pagination.tsx'
import { BookedFilters, PledgeFilters } from './PledgeFilters.tsx'

/** Every pledge with where it stands, what is outstanding and what is overdue. */
export function BookedPledgesPage() {
  const t = useTranslations('pledges')
  const reader = useReader()
  const booked = useBookedColumns()
  const list = useListFilters(useSearch({ from: paths.bookedPledges }))
  const { data } = useSuspenseQuery(trpc.pledges.rows.queryOptions({ ...list.shown, locale: reader }))
  const announceLink = (
    <ButtonLink look="primary" to={paths.announcePledge}>
      {t('form.title')}
    </ButtonLink>
  )
  return (
    <Page title={t('title')} lead={t('bookedLead')} above={<BooksNavigation />} actions={announceLink}>
      <div>
        <PledgeFilters
          search={list.filters}
          found={data.total}
          onChange={list.change}
          onClear={list.clear}
          sorts={pledgeSorts}
          more={<BookedFilters search={list.filters} onChange={list.change} />}
        />
        <PledgeTable
          caption={t('title')}
          rows={data.rows}
          density="dense"
          more={booked}
          empty={
            <EmptyState
              title={list.isFiltered ? t('list.noneFound') : t('list.emptyTitle')}
              action={!list.isFiltered && announceLink}
            >
              {list.isFiltered ? t('list.noneFoundLead') : t('list.emptyLead')}
            </EmptyState>
          }
        />
        <Pagination page={data.page} pageSize={data.pageSize} total={data.total} onPage={list.toPage} />
      </div>
    </Page>
  )
}
