import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { BooksNavigation } from '../../books/BooksNavigation.tsx'
import { PaymentTable } from '../../books/PaymentTable.tsx'
import { useListFilters } from '../../books/use-list-filters.ts'
import { ButtonLink } from '../../layout/links.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Pagination } from '../../ui/Pagination.tsx'
import { PaymentFilters } from './PaymentFilters.tsx'

/** The money that came in, newest first, and what of it waits for a pledge. */
export function PaymentsPage() {
  const t = useTranslations('payments')
  const reader = useReader()
  const list = useListFilters(useSearch({ from: paths.payments }))
  const { data } = useSuspenseQuery(trpc.payments.rows.queryOptions({ ...list.shown, locale: reader }))
  const recordLink = (
    <ButtonLink look="primary" to={paths.recordPayment}>
      {t('form.title')}
    </ButtonLink>
  )
  return (
    <Page title={t('title')} lead={t('lead')} above={<BooksNavigation />} actions={recordLink}>
      <div>
        <PaymentFilters search={list.filters} found={data.total} onChange={list.change} onClear={list.clear} />
        <PaymentTable
          caption={t('title')}
          rows={data.rows}
          empty={
            <EmptyState
              title={list.isFiltered ? t('list.noneFound') : t('list.emptyTitle')}
              action={!list.isFiltered && recordLink}
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
