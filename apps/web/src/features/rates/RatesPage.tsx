import { formatDate } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { BooksNavigation } from '../../books/BooksNavigation.tsx'
import { filtersOf } from '../../books/search-values.ts'
import { useCurrencyOptions } from '../../books/use-money.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterBar } from '../../ui/FilterBar.tsx'
import { Page } from '../../ui/Page.tsx'
import { Pagination } from '../../ui/Pagination.tsx'
import { RateDialog } from './RateDialog.tsx'

/** The rates that entries use. Without one in force, an entry is refused; nothing is guessed. */
export function RatesPage() {
  const t = useTranslations('rates')
  const reader = useReader()
  const address = useSearch({ from: paths.rates })
  const { currency } = address
  const shown = filtersOf(useDeferredValue(address))
  const navigate = useNavigate({ from: paths.rates })
  const currencies = useCurrencyOptions().filter(({ id }) => id !== 'USD')
  const { data } = useSuspenseQuery(trpc.rates.list.queryOptions(shown))
  const [isRecording, setRecording] = useState(false)
  const recordButton = (
    <Button look="primary" onClick={() => setRecording(true)}>
      {t('record')}
    </Button>
  )
  return (
    <Page title={t('title')} lead={t('lead')} above={<BooksNavigation />} actions={recordButton}>
      <div>
        <FilterBar
          active={currency ? 1 : 0}
          onClear={() => navigate({ search: {} })}
          result={t('found', { count: data.total })}
        >
          <ComboBox
            label={t('currency')}
            value={currency ?? null}
            onChange={(id) => navigate({ search: { currency: id ?? undefined }, replace: true, resetScroll: false })}
            options={currencies}
          />
        </FilterBar>
        <DataTable
          caption={t('title')}
          density="dense"
          rows={data.rows}
          rowKey={(rate) => `${rate.currency} ${rate.on}`}
          empty={
            <EmptyState title={t('emptyTitle')} action={recordButton}>
              {t('emptyLead')}
            </EmptyState>
          }
          columns={[
            { id: 'currency', header: t('currency'), cell: (rate) => rate.currency },
            { id: 'on', header: t('on'), cell: (rate) => formatDate(reader, rate.on, 'short') },
            { id: 'units', header: t('units'), align: 'end', cell: (rate) => <bdi>{rate.unitsPerUsd}</bdi> },
            { id: 'source', header: t('source'), cell: (rate) => <bdi>{rate.source}</bdi> },
          ]}
        />
        <Pagination
          page={data.page}
          pageSize={data.pageSize}
          total={data.total}
          onPage={(next) => navigate({ search: (now) => ({ ...now, page: next }) })}
        />
      </div>
      {isRecording && <RateDialog currency={currency ?? null} onClose={() => setRecording(false)} />}
    </Page>
  )
}
