import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { useListFilters } from '../../books/use-list-filters.ts'
import { useMoney } from '../../books/use-money.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Pagination } from '../../ui/Pagination.tsx'
import { DonorFilters } from './DonorFilters.tsx'

/** Who supports the fund, in the order of the alphabet: the same three numbers for each, and no rank. */
export function DonorsPage() {
  const t = useTranslations('donors')
  const tCodes = useTranslations('codes')
  const reader = useReader()
  const money = useMoney()
  const list = useListFilters(useSearch({ from: paths.donors }))
  const { data } = useSuspenseQuery(trpc.donors.list.queryOptions({ ...list.shown, locale: reader }))
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      above={
        <Link to={paths.fund} className="link">
          {t('theFund')}
        </Link>
      }
    >
      <div>
        <DonorFilters search={list.filters} found={data.total} onChange={list.change} onClear={list.clear} />
        <DataTable
          caption={t('title')}
          rows={data.rows}
          rowKey={({ id }) => id}
          empty={
            <EmptyState title={list.isFiltered ? t('noneFound') : t('emptyTitle')}>
              {list.isFiltered ? t('noneFoundLead') : t('emptyLead')}
            </EmptyState>
          }
          columns={[
            {
              id: 'donor',
              header: t('donor'),
              cell: ({ id, name }) => (
                <Link to={paths.donor} params={{ id }} className="link" dir="auto">
                  {name ?? t('anonymous')}
                </Link>
              ),
            },
            { id: 'kind', header: t('kind'), cell: ({ kind }) => tCodes(`donorKinds.${kind}`) },
            { id: 'pledges', header: t('pledges'), align: 'end', cell: ({ pledges }) => pledges },
            {
              id: 'announced',
              header: t('announcedUsd'),
              align: 'end',
              cell: ({ announcedUsd }) => money.usd(announcedUsd),
            },
            {
              id: 'formalised',
              header: t('formalisedUsd'),
              align: 'end',
              cell: ({ formalisedUsd }) => money.usd(formalisedUsd),
            },
            {
              id: 'received',
              header: t('receivedUsd'),
              align: 'end',
              cell: ({ receivedUsd }) => money.usd(receivedUsd),
            },
          ]}
        />
        <Pagination page={data.page} pageSize={data.pageSize} total={data.total} onPage={list.toPage} />
      </div>
    </Page>
  )
}
