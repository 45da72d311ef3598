import { formatDate, formatInstant } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { BooksNavigation } from '../../books/BooksNavigation.tsx'
import { useMoney } from '../../books/use-money.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { Badge } from '../../ui/Badge.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { Page } from '../../ui/Page.tsx'
import { Pagination } from '../../ui/Pagination.tsx'

const tones = { booked: 'success', booked_already: 'neutral', left_out: 'warning' } as const

/** One list that was confirmed, and what became of each of its lines. */
export function ConfirmedListPage() {
  const t = useTranslations('bankLists')
  const reader = useReader()
  const money = useMoney()
  const { id } = useParams({ from: paths.bankList })
  const { page = 1 } = useSearch({ from: paths.bankList })
  const navigate = useNavigate({ from: paths.bankList })
  const { data } = useSuspenseQuery(trpc.bankLists.show.queryOptions({ id, page }))
  const { fileName, sha256, bankAccount: account, by, at, totals } = data.list
  const said = { account, by, at: formatInstant(reader, at), count: totals.count, sum: money.full(totals.sum) }
  return (
    <Page title={fileName} lead={t('shown.lead', said)} above={<BooksNavigation />}>
      <div className="flex flex-col gap-4">
        <p className="text-sm text-ink-soft">
          {t('shown.hash')}: <code className="wrap-anywhere">{sha256}</code>
        </p>
        <DataTable
          caption={t('rows.title')}
          density="dense"
          rows={data.rows}
          rowKey={({ line }) => String(line)}
          columns={[
            { id: 'line', header: t('rows.column.line'), cell: ({ line }) => t('rows.line', { line: String(line) }) },
            {
              id: 'on',
              header: t('shown.receivedOn'),
              cell: ({ receivedOn }) => (
                <span className="figures whitespace-nowrap">{formatDate(reader, receivedOn, 'short')}</span>
              ),
            },
            {
              id: 'payment',
              header: t('rows.column.payment'),
              cell: ({ sender, text, bankReference }) => (
                <div className="wrap-anywhere">
                  <bdi>{sender}</bdi>
                  {text !== '' && <bdi className="block text-sm">{text}</bdi>}
                  {bankReference && <bdi className="block text-sm text-ink-soft">{bankReference}</bdi>}
                </div>
              ),
            },
            { id: 'amount', header: t('rows.column.amount'), align: 'end', cell: ({ amount }) => money.full(amount) },
            {
              id: 'outcome',
              header: t('shown.outcome'),
              cell: ({ outcome, payment, reason }) => (
                <div className="flex flex-col items-start gap-1">
                  <Badge tone={tones[outcome]}>{t(`outcomes.${outcome}`)}</Badge>
                  {payment && (
                    <Link to={paths.payment} params={{ reference: payment }} className="link figures">
                      {payment}
                    </Link>
                  )}
                  {reason && <bdi className="text-sm wrap-anywhere">{reason}</bdi>}
                </div>
              ),
            },
          ]}
        />
        <Pagination
          page={data.page}
          pageSize={data.pageSize}
          total={data.total}
          onPage={(to) => navigate({ search: (now) => ({ ...now, page: to }) })}
        />
      </div>
    </Page>
  )
}
