import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useDeferredValue } from 'react'
import { useTranslations } from 'use-intl/react'
import { BooksNavigation } from '../../books/BooksNavigation.tsx'
import { PaymentTable } from '../../books/PaymentTable.tsx'
import { countFilters, filtersOf } from '../../books/search-values.ts'
import { ButtonLink } from '../../layout/links.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Pagination } from '../../ui/Pagination.tsx'
import { PaymentFilters } from './PaymentFilters.tsx'
import type { PaymentSearch } from './search.ts'

/** The money that came in, newest first, and what of it waits for a pledge. */
export function PaymentsPage() {
  const t = useTranslations('payments')
  const reader = useReader()
  const address = useSearch({ from: paths.payments })
  const search: PaymentSearch = filtersOf(address)
  // The rows follow when they are here; until then the last ones stay, and so does the field in use.
  const shown = filtersOf(useDeferredValue(address))
  const navigate = useNavigate({ from: paths.payments })
  const { data } = useSuspenseQuery(trpc.payments.rows.queryOptions({ ...shown, locale: reader }))
  const change = useCallback(
    (changed: Partial<PaymentSearch>) =>
      void navigate({ search: (now) => ({ ...now, page: undefined, ...changed }), replace: true, resetScroll: false }),
    [navigate],
  )
  const recordLink = (
    <ButtonLink look="primary" to={paths.recordPayment}>
      {t('form.title')}
    </ButtonLink>
  )
  const isFiltered = countFilters(search) > 0
  return (
    <Page title={t('title')} lead={t('lead')} above={<BooksNavigation />} actions={recordLink}>
      <div>
        <PaymentFilters search={search} found={data.total} onChange={change} onClear={() => navigate({ search: {} })} />
        <PaymentTable
          caption={t('title')}
          rows={data.rows}
          empty={
            <EmptyState
              title={isFiltered ? t('list.noneFound') : t('list.emptyTitle')}
              action={!isFiltered && recordLink}
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
