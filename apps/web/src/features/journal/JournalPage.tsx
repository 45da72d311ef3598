import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useDeferredValue } from 'react'
import { useTranslations } from 'use-intl/react'
import { BooksNavigation } from '../../books/BooksNavigation.tsx'
import { EntryList } from '../../books/EntryList.tsx'
import { countFilters, filtersOf } from '../../books/search-values.ts'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Pagination } from '../../ui/Pagination.tsx'
import { JournalFilters } from './JournalFilters.tsx'
import type { JournalSearch } from './search.ts'

/** The one journal: every entry with its lines, newest first. Nothing in it is ever changed. */
export function JournalPage() {
  const t = useTranslations('journal')
  const address = useSearch({ from: paths.journal })
  const search: JournalSearch = filtersOf(address)
  // The rows follow when they are here; until then the last ones stay, and so does the field in use.
  const shown = filtersOf(useDeferredValue(address))
  const navigate = useNavigate({ from: paths.journal })
  const { data } = useSuspenseQuery(trpc.journal.entries.queryOptions(shown))
  const change = useCallback(
    (changed: Partial<JournalSearch>) =>
      void navigate({ search: (now) => ({ ...now, page: undefined, ...changed }), replace: true, resetScroll: false }),
    [navigate],
  )
  const isFiltered = countFilters(search) > 0
  return (
    <Page title={t('title')} lead={t('lead')} above={<BooksNavigation />}>
      <div>
        <JournalFilters search={search} found={data.total} onChange={change} onClear={() => navigate({ search: {} })} />
        {data.rows.length === 0 ? (
          <EmptyState title={isFiltered ? t('noneFound') : t('emptyTitle')}>
            {isFiltered ? t('noneFoundLead') : t('emptyLead')}
          </EmptyState>
        ) : (
          <EntryList entries={data.rows} />
        )}
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
