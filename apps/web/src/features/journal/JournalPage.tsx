import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { BooksNavigation } from '../../books/BooksNavigation.tsx'
import { EntryList } from '../../books/EntryList.tsx'
import { useListFilters } from '../../books/use-list-filters.ts'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Pagination } from '../../ui/Pagination.tsx'
import { JournalFilters } from './JournalFilters.tsx'

/** The one journal: every entry with its lines, newest first. Nothing in it is ever changed. */
export function JournalPage() {
  const t = useTranslations('journal')
  const list = useListFilters(useSearch({ from: paths.journal }))
  const { data } = useSuspenseQuery(trpc.journal.entries.queryOptions(list.shown))
  return (
    <Page title={t('title')} lead={t('lead')} above={<BooksNavigation />}>
      <div>
        <JournalFilters search={list.filters} found={data.total} onChange={list.change} onClear={list.clear} />
        {data.rows.length === 0 ? (
          <EmptyState title={list.isFiltered ? t('noneFound') : t('emptyTitle')}>
            {list.isFiltered ? t('noneFoundLead') : t('emptyLead')}
          </EmptyState>
        ) : (
          <EntryList entries={data.rows} />
        )}
        <Pagination page={data.page} pageSize={data.pageSize} total={data.total} onPage={list.toPage} />
      </div>
    </Page>
  )
}
