import { formatInstant } from '@concert/messages/format'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { useMoney } from '../../books/use-money.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import type { Answers } from '../../trpc.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Pagination } from '../../ui/Pagination.tsx'
import { Section } from '../../ui/Section.tsx'

interface PastListsProps {
  lists: Answers['bankLists']['list']
  onPage: (page: number) => void
}

/** The lists that were confirmed, newest first. */
export function PastLists({ lists, onPage }: PastListsProps) {
  const t = useTranslations('bankLists.past')
  const reader = useReader()
  const money = useMoney()
  return (
    <Section title={t('title')}>
      <DataTable
        caption={t('title')}
        density="dense"
        rows={lists.rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('emptyTitle')}>{t('emptyLead')}</EmptyState>}
        columns={[
          {
            id: 'file',
            header: t('file'),
            cell: ({ id, fileName }) => (
              <Link to={paths.bankList} params={{ id }} className="link wrap-anywhere">
                <bdi>{fileName}</bdi>
              </Link>
            ),
          },
          { id: 'account', header: t('account'), cell: ({ bankAccount }) => <bdi>{bankAccount}</bdi> },
          {
            id: 'at',
            header: t('at'),
            cell: ({ at, by }) => (
              <>
                <time dateTime={at}>{formatInstant(reader, at)}</time>
                <bdi className="block text-sm text-ink-soft">{by}</bdi>
              </>
            ),
          },
          {
            id: 'totals',
            header: t('totals'),
            align: 'end',
            cell: ({ totals }) => (
              <>
                {money.full(totals.sum)}
                <span className="block text-sm text-ink-soft">{t('lines', { count: totals.count })}</span>
              </>
            ),
          },
          { id: 'booked', header: t('booked'), align: 'end', cell: ({ booked }) => booked },
          { id: 'leftOut', header: t('leftOut'), align: 'end', cell: ({ leftOut }) => leftOut },
        ]}
      />
      <Pagination page={lists.page} pageSize={lists.pageSize} total={lists.total} onPage={onPage} />
    </Section>
  )
}
