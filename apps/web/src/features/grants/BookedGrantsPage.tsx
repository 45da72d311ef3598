import { today } from '@concert/domain/calendar-date'
import type { GrantRow } from '@concert/domain/grant-views'
import { formatDate } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { BooksNavigation } from '../../books/BooksNavigation.tsx'
import { useListFilters } from '../../books/use-list-filters.ts'
import { useMoney } from '../../books/use-money.ts'
import { ButtonLink } from '../../layout/links.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Pagination } from '../../ui/Pagination.tsx'
import { GrantFilters } from './GrantFilters.tsx'
import { AidKinds, GrantState } from './GrantState.tsx'
import { ReserveDialog } from './ReserveDialog.tsx'

/** Every grant with where it stands, and what may still be awarded. */
export function BookedGrantsPage() {
  const t = useTranslations('grants')
  const reader = useReader()
  const list = useListFilters(useSearch({ from: paths.bookedGrants }))
  const { data } = useSuspenseQuery(trpc.grants.rows.queryOptions({ ...list.shown, locale: reader }))
  const proposeLink = (
    <ButtonLink look="primary" to={paths.proposeGrant}>
      {t('form.title')}
    </ButtonLink>
  )
  const actions = (
    <>
      {proposeLink}
      <ButtonLink to={paths.grantCalls}>{t('calls.title')}</ButtonLink>
    </>
  )
  return (
    <Page title={t('title')} lead={t('bookedLead')} above={<BooksNavigation />} actions={actions}>
      <FreeForAwards />
      <div>
        <GrantFilters search={list.filters} found={data.total} onChange={list.change} onClear={list.clear} />
        <GrantTable
          rows={data.rows}
          empty={
            <EmptyState
              title={list.isFiltered ? t('list.noneFound') : t('list.emptyTitle')}
              action={!list.isFiltered && proposeLink}
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

/** What the fund can still promise: no award goes beyond it. */
function FreeForAwards() {
  const t = useTranslations('grants.free')
  const reader = useReader()
  const money = useMoney()
  const [isSetting, setSetting] = useState(false)
  const { data } = useSuspenseQuery(trpc.grants.awardable.queryOptions({ on: today() }))
  const { awardable, reserveUsd } = data
  const isCovered = awardable.usdMinor >= 0
  return (
    <Callout tone={isCovered ? 'info' : 'danger'} title={t('title', { amount: money.usd(awardable.usdMinor) })}>
      <p>
        {isCovered
          ? t('lead', { date: formatDate(reader, awardable.on), reserve: money.usd(reserveUsd) })
          : t('uncovered', { date: formatDate(reader, awardable.on) })}
      </p>
      <Button size="small" className="mt-2" onClick={() => setSetting(true)}>
        {t('setReserve')}
      </Button>
      {isSetting && <ReserveDialog reserves={data.reserves} onClose={() => setSetting(false)} />}
    </Callout>
  )
}

function GrantTable({ rows, empty }: { rows: readonly GrantRow[]; empty: ReactNode }) {
  const t = useTranslations('grants')
  const money = useMoney()
  return (
    <DataTable
      caption={t('title')}
      density="dense"
      rows={rows}
      rowKey={({ reference }) => reference}
      empty={empty}
      columns={[
        {
          id: 'grant',
          header: t('column.grant'),
          cell: ({ reference, title }) => (
            <>
              <Link to={paths.bookedGrant} params={{ reference }} className="link figures whitespace-nowrap">
                {reference}
              </Link>
              <bdi className="block text-sm font-normal text-ink-soft">{title}</bdi>
            </>
          ),
        },
        { id: 'grantee', header: t('column.grantee'), cell: ({ grantee }) => <bdi>{grantee.name}</bdi> },
        { id: 'call', header: t('column.call'), cell: ({ call }) => <bdi>{call.title}</bdi> },
        { id: 'aid', header: t('column.aid'), cell: ({ aidKinds }) => <AidKinds kinds={aidKinds} /> },
        {
          id: 'state',
          header: t('column.state'),
          cell: ({ life, visibility }) => <GrantState life={life} visibility={visibility} />,
        },
        { id: 'amount', header: t('column.amount'), align: 'end', cell: ({ amount }) => money.full(amount) },
        {
          id: 'disbursed',
          header: t('column.disbursed'),
          align: 'end',
          cell: ({ disbursed }) => money.full(disbursed),
        },
        { id: 'payable', header: t('column.payable'), align: 'end', cell: ({ payable }) => money.full(payable) },
      ]}
    />
  )
}
