import type { PaymentRow } from '@concert/domain/fund-views'
import { formatDate } from '@concert/messages/format'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../locale.tsx'
import { paths } from '../paths.ts'
import { Badge } from '../ui/Badge.tsx'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { useMoney } from './use-money.ts'

interface PaymentTableProps {
  caption: string
  rows: readonly PaymentRow[]
  withoutDonor?: boolean
  empty?: ReactNode
}

/** Payments in a list, and what of each waits to be matched with a pledge. */
export function PaymentTable({ caption, rows, withoutDonor = false, empty }: PaymentTableProps) {
  const t = useTranslations('payments')
  const reader = useReader()
  const money = useMoney()
  const donor: Column<PaymentRow> = {
    id: 'donor',
    header: t('column.donor'),
    cell: ({ donorName }) => <bdi>{donorName ?? t('anonymousDonor')}</bdi>,
  }
  return (
    <DataTable
      caption={caption}
      density="dense"
      rows={rows}
      rowKey={({ reference }) => reference}
      empty={empty}
      columns={[
        {
          id: 'payment',
          header: t('column.payment'),
          cell: ({ reference, provisional, reversedBy }) => (
            <span className="flex flex-wrap items-center gap-2">
              <Link to={paths.payment} params={{ reference }} className="link figures whitespace-nowrap">
                {reference}
              </Link>
              {reversedBy !== null && <Badge tone="danger">{t('reversed')}</Badge>}
              {provisional && reversedBy === null && <Badge>{t('provisional')}</Badge>}
            </span>
          ),
        },
        ...(withoutDonor ? [] : [donor]),
        {
          id: 'on',
          header: t('column.receivedOn'),
          cell: ({ receivedOn }) => (
            <span className="figures whitespace-nowrap">{formatDate(reader, receivedOn, 'short')}</span>
          ),
        },
        {
          id: 'bank',
          header: t('column.bank'),
          cell: ({ bankAccount, bankReference }) => (
            <>
              <bdi>{bankAccount}</bdi>
              {bankReference && <bdi className="block text-sm text-ink-soft">{bankReference}</bdi>}
            </>
          ),
        },
        {
          id: 'amount',
          header: t('column.amount'),
          align: 'end',
          cell: ({ amount, usdMinor }) => (
            <>
              {money.full(amount)}
              {amount.currency !== 'USD' && <span className="block text-sm text-ink-soft">{money.usd(usdMinor)}</span>}
            </>
          ),
        },
        {
          id: 'unallocated',
          header: t('column.unallocated'),
          align: 'end',
          cell: ({ unallocated }) =>
            unallocated.amountMinor > 0 ? money.full(unallocated) : <span className="text-ink-soft">–</span>,
        },
      ]}
    />
  )
}
