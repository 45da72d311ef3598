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
  const { data: review } = useSuspenseQuery(trpc.imports.review.queryOptions(useDeferredValue(search)))
  const change = (next: ReviewSearch) => navigate({ search: next, replace: true, resetScroll: false })
  const page = search.page ?? 1
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
        <ReviewFilters search={search} agencies={review.agencies} total={review.total} onChange={change} />
        {review.rows.length === 0 ? (
          <EmptyState title={t('review.emptyTitle')}>{t('review.emptyText')}</EmptyState>
        ) : (
          <ReviewList key={JSON.stringify(search)} rows={review.rows} state={search.relevance ?? 'pending'} />
        )}
        <Pagination
          page={page}
          pageSize={review.pageSize}
          total={review.total}
          onPage={(next) => navigate({ search: { ...search, page: next === 1 ? undefined : next } })}
        />
      </div>
    </Page>
  )
}
