import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { useTranslations } from 'use-intl/react'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Pagination } from '../../ui/Pagination.tsx'
import { ReviewFilters } from './ReviewFilters.tsx'
import { ReviewList } from './ReviewList.tsx'
import type { ReviewSearch } from './search.ts'

/** A person goes through what was imported. The filters and the page stand in the address. */
export function ReviewPage() {
  const t = useTranslations('imports')
  const search = useSearch({ from: paths.reviewImports })
  const navigate = useNavigate({ from: paths.reviewImports })
  // While the next rows are on their way the present ones stay, and with them the focus in the filters.
  const shown = filterOf(useDeferredValue(search))
  const { data: review } = useSuspenseQuery(trpc.imports.review.queryOptions(shown))
  const change = (next: ReviewSearch) => navigate({ search: next, replace: true, resetScroll: false })
  return (
    <Page
      title={t('review.title')}
      lead={t('review.lead')}
      above={
        <Link to={paths.imports} className="link">
          {t('title')}
        </Link>
      }
    >
      <div>
        <ReviewFilters search={filterOf(search)} agencies={review.agencies} total={review.total} onChange={change} />
        {review.rows.length === 0 ? (
          <EmptyState title={t('review.emptyTitle')}>{t('review.emptyText')}</EmptyState>
        ) : (
          <ReviewList key={JSON.stringify(shown)} rows={review.rows} state={shown.relevance ?? 'pending'} />
        )}
        <Pagination
          page={shown.page ?? 1}
          pageSize={review.pageSize}
          total={review.total}
          onPage={(next) => navigate({ search: { ...filterOf(search), page: next === 1 ? undefined : next } })}
        />
      </div>
    </Page>
  )
}

/** Of what stands in the address, what filters the list. */
function filterOf({ relevance, band, agency, q, page }: ReviewSearch): ReviewSearch {
  return { relevance, band, agency, q, page }
}
