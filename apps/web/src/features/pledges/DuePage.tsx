import { reminderBucket, reminderBuckets } from '@concert/domain/instalment-reminders'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { BooksNavigation } from '../../books/BooksNavigation.tsx'
import { DueTable } from '../../books/DueTable.tsx'
import { useListFilters } from '../../books/use-list-filters.ts'
import { ButtonLink } from '../../layout/links.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterBar } from '../../ui/FilterBar.tsx'
import { Page } from '../../ui/Page.tsx'
import { Pagination } from '../../ui/Pagination.tsx'
import { Select } from '../../ui/Select.tsx'

/** Every instalment that is overdue or falls due within thirty days. */
export function DuePage() {
  const t = useTranslations('pledges.due')
  const reader = useReader()
  const list = useListFilters(useSearch({ from: paths.due }))
  const { data } = useSuspenseQuery(trpc.pledges.due.queryOptions({ ...list.shown, locale: reader }))
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      above={<BooksNavigation />}
      actions={<ButtonLink to={paths.feeds}>{t('toCalendar')}</ButtonLink>}
    >
      <div>
        <FilterBar active={list.isFiltered ? 1 : 0} onClear={list.clear} result={t('found', { count: data.total })}>
          <Select
            label={t('when')}
            value={list.filters.bucket ?? null}
            emptyOption={t('any')}
            onChange={(id) => list.change({ bucket: id === null ? undefined : reminderBucket.parse(id) })}
            options={reminderBuckets.map((id) => ({ id, name: t(`buckets.${id}`) }))}
          />
        </FilterBar>
        <DueTable rows={data.rows} empty={<EmptyState title={t('none')}>{t('noneLead')}</EmptyState>} />
        <Pagination page={data.page} pageSize={data.pageSize} total={data.total} onPage={list.toPage} />
      </div>
    </Page>
  )
}
