import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { BooksNavigation } from '../../books/BooksNavigation.tsx'
import { useListFilters } from '../../books/use-list-filters.ts'
import { useMoney } from '../../books/use-money.ts'
import { ButtonLink } from '../../layout/links.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { Badge } from '../../ui/Badge.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Pagination } from '../../ui/Pagination.tsx'
import { DonorFilters } from './DonorFilters.tsx'

/** The donors as the books know them: what is outstanding, overdue, and not yet matched. */
export function BookedDonorsPage() {
  const t = useTranslations('donors')
  const tCodes = useTranslations('codes')
  const reader = useReader()
  const money = useMoney()
  const list = useListFilters(useSearch({ from: paths.bookedDonors }))
  const { data } = useSuspenseQuery(trpc.donors.records.queryOptions({ ...list.shown, locale: reader }))
  const registerLink = (
    <ButtonLink look="primary" to={paths.registerDonor}>
      {t('registerNew')}
    </ButtonLink>
  )
  const usd = (minor: number) => (minor === 0 ? <span className="text-ink-soft">–</span> : money.usd(minor))
  return (
    <Page title={t('title')} lead={t('bookedLead')} above={<BooksNavigation />} actions={registerLink}>
      <div>
        <DonorFilters search={list.filters} found={data.total} onChange={list.change} onClear={list.clear} />
        <DataTable
          caption={t('title')}
          density="dense"
          rows={data.rows}
          rowKey={({ id }) => id}
          empty={
            <EmptyState
              title={list.isFiltered ? t('noneFound') : t('emptyTitle')}
              action={!list.isFiltered && registerLink}
            >
              {list.isFiltered ? t('noneFoundLead') : t('emptyLead')}
            </EmptyState>
          }
          columns={[
            {
              id: 'donor',
              header: t('donor'),
              cell: ({ id, name, kind, anonymous }) => (
                <>
                  <Link to={paths.bookedDonor} params={{ id }} className="link" dir="auto">
                    {name ?? t('anonymous')}
                  </Link>
                  <span className="flex flex-wrap items-center gap-2 text-sm font-normal text-ink-soft">
                    {tCodes(`donorKinds.${kind}`)}
                    {anonymous && <Badge>{t('unnamed')}</Badge>}
                  </span>
                </>
              ),
            },
            { id: 'announced', header: t('announcedUsd'), align: 'end', cell: (row) => usd(row.announcedUsd) },
            { id: 'formalised', header: t('formalisedUsd'), align: 'end', cell: (row) => usd(row.formalisedUsd) },
            { id: 'received', header: t('receivedUsd'), align: 'end', cell: (row) => usd(row.receivedUsd) },
            {
              id: 'outstanding',
              header: t('outstandingUsd'),
              align: 'end',
              cell: ({ outstandingUsd, overdueUsd }) => (
                <>
                  {usd(outstandingUsd)}
                  {overdueUsd > 0 && (
                    <span className="block text-sm text-danger">
                      {t('overdueOf', { amount: money.usd(overdueUsd) })}
                    </span>
                  )}
                </>
              ),
            },
            {
              id: 'unallocated',
              header: t('unallocatedUsd'),
              align: 'end',
              cell: ({ unallocatedUsd }) => usd(unallocatedUsd),
            },
          ]}
        />
        <Pagination page={data.page} pageSize={data.pageSize} total={data.total} onPage={list.toPage} />
      </div>
    </Page>
  )
}
