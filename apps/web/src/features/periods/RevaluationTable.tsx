import type { RevaluationRow } from '@concert/domain/closing'
import { formatDate, formatNumber } from '@concert/messages/format'
import { useTranslations } from 'use-intl/react'
import { useMoney } from '../../books/use-money.ts'
import { useReader } from '../../locale.tsx'
import { DataTable } from '../../ui/DataTable.tsx'

/** For each account and currency: what stands there, at which dollars, and at which it would be carried. */
export function RevaluationTable({ rows }: { rows: readonly RevaluationRow[] }) {
  const t = useTranslations('periods')
  const accounts = useTranslations('journal.accounts')
  const reader = useReader()
  const money = useMoney()
  return (
    <DataTable
      caption={t('preview')}
      density="dense"
      rows={rows}
      rowKey={({ account, currency }) => `${account} ${currency}`}
      columns={[
        { id: 'account', header: t('column.account'), cell: ({ account }) => accounts(account) },
        {
          id: 'subjects',
          header: t('column.subjects'),
          align: 'end',
          cell: (row) => formatNumber(reader, row.subjects),
        },
        {
          id: 'amount',
          header: t('column.amount'),
          align: 'end',
          cell: ({ amountMinor, currency }) => money.full({ amountMinor, currency }),
        },
        { id: 'carried', header: t('column.carried'), align: 'end', cell: (row) => money.bareUsd(row.carriedUsd) },
        {
          id: 'rate',
          header: t('column.rate'),
          align: 'end',
          cell: ({ rate }) =>
            rate ? (
              <span title={`${rate.source}, ${formatDate(reader, rate.on, 'short')}`}>{rate.unitsPerUsd}</span>
            ) : (
              t('noRate')
            ),
        },
        {
          id: 'closing',
          header: t('column.closing'),
          align: 'end',
          cell: ({ rate, closingUsd }) => rate && money.bareUsd(closingUsd),
        },
        {
          id: 'difference',
          header: t('column.difference'),
          align: 'end',
          cell: ({ rate, closingUsd, carriedUsd }) => rate && money.bareUsd(closingUsd - carriedUsd),
        },
      ]}
    />
  )
}
