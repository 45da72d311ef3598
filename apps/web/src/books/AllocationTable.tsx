import type { AllocationRow } from '@concert/domain/fund-views'
import { formatDate } from '@concert/messages/format'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../locale.tsx'
import { paths } from '../paths.ts'
import { Badge } from '../ui/Badge.tsx'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { useMoney } from './use-money.ts'

interface AllocationTableProps {
  allocations: readonly AllocationRow[]
  /** Whose page this is: the other side is linked. */
  of: 'pledge' | 'payment'
  actions?: (allocation: AllocationRow) => ReactNode
}

/** Which part of a payment paid which pledge. What was undone stays, and says so. */
export function AllocationTable({ allocations, of, actions }: AllocationTableProps) {
  const t = useTranslations('payments.allocation')
  const reader = useReader()
  const money = useMoney()
  const otherSide: Column<AllocationRow> =
    of === 'payment'
      ? {
          id: 'pledge',
          header: t('pledge'),
          cell: ({ pledgeReference }) => (
            <Link to={paths.pledge} params={{ reference: pledgeReference }} className="link figures whitespace-nowrap">
              {pledgeReference}
            </Link>
          ),
        }
      : {
          id: 'payment',
          header: t('payment'),
          cell: ({ paymentReference }) => (
            <Link
              to={paths.payment}
              params={{ reference: paymentReference }}
              className="link figures whitespace-nowrap"
            >
              {paymentReference}
            </Link>
          ),
        }
  const acting: Column<AllocationRow>[] = actions
    ? [{ id: 'actions', header: t('todo'), align: 'end', cell: actions }]
    : []
  return (
    <DataTable
      caption={t('caption')}
      density="dense"
      rows={allocations}
      rowKey={({ id }) => id}
      columns={[
        otherSide,
        {
          id: 'instalment',
          header: t('instalment'),
          cell: ({ instalmentPosition }) => instalmentPosition ?? '–',
        },
        { id: 'on', header: t('on'), cell: ({ allocatedOn }) => formatDate(reader, allocatedOn, 'short') },
        {
          id: 'amount',
          header: t('amount'),
          align: 'end',
          cell: ({ amount, settled }) => (
            <>
              {money.full(amount)}
              {amount.currency !== settled.currency && (
                <span className="block text-sm text-ink-soft">{t('settles', { amount: money.full(settled) })}</span>
              )}
            </>
          ),
        },
        {
          id: 'state',
          header: t('state'),
          cell: ({ undone }) => (undone ? <Badge tone="warning">{t('undone')}</Badge> : t('stands')),
        },
        ...acting,
      ]}
    />
  )
}
