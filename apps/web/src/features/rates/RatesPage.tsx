import { formatDate } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useListFilters } from '../../books/use-list-filters.ts'
import { useCurrencyOptions } from '../../books/use-money.ts'
import { ButtonLink } from '../../layout/links.ts'
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
import { RatesNavigation } from './RatesNavigation.tsx'

/** The rates that entries use. Without one in force, an entry is refused; nothing is guessed. */
export function RatesPage() {
  const t = useTranslations('rates')
  const reader = useReader()
  const list = useListFilters(useSearch({ from: paths.rates }))
  const { currency } = list.filters
  const currencies = useCurrencyOptions().filter(({ id }) => id !== 'USD')
  const { data } = useSuspenseQuery(trpc.rates.list.queryOptions(list.shown))
  const [isRecording, setRecording] = useState(false)
  const recordButton = (
    <Button look="primary" onClick={() => setRecording(true)}>
      {t('record')}
    </Button>
  )
  const actions = (
    <>
      <ButtonLink to={paths.importRates}>{t('importFile')}</ButtonLink>
      {recordButton}
    </>
  )
  return (
    <Page title={t('title')} lead={t('lead')} above={<RatesNavigation />} actions={actions}>
      <div>
        <FilterBar active={list.isFiltered ? 1 : 0} onClear={list.clear} result={t('found', { count: data.total })}>
          <ComboBox
            label={t('currency')}
            value={currency ?? null}
            onChange={(id) => list.change({ currency: id ?? undefined })}
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
        <Pagination page={data.page} pageSize={data.pageSize} total={data.total} onPage={list.toPage} />
      </div>
      {isRecording && <RateDialog currency={currency ?? null} onClose={() => setRecording(false)} />}
    </Page>
  )
}
