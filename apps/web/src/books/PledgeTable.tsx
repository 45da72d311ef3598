import type { PledgeRow, PublicPledge } from '@concert/domain/fund-views'
import type { Money } from '@concert/domain/money'
import { formatDate } from '@concert/messages/format'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../locale.tsx'
import { paths } from '../paths.ts'
import { Badge } from '../ui/Badge.tsx'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { PledgeState } from './PledgeState.tsx'
import { useMoney } from './use-money.ts'

interface PledgeTableProps<Row extends PublicPledge> {
  caption: string
  rows: readonly Row[]
  withoutDonor?: boolean
  empty?: ReactNode
  density?: 'normal' | 'dense'
  /** Columns that only fund managers have. */
  more?: readonly Column<Row>[]
}

/** Pledges in a list; what each was, where it was announced, and its three amounts in its own currency. */
export function PledgeTable<Row extends PublicPledge>(props: PledgeTableProps<Row>) {
  const { caption, rows, withoutDonor = false, empty, density, more = [] } = props
  const t = useTranslations('pledges')
  const reader = useReader()
  const money = useMoney()
  const written = (amount: Money | null) =>
    amount && amount.amountMinor > 0 ? money.full(amount) : <span className="text-ink-soft">–</span>
  const donor: Column<Row> = {
    id: 'donor',
    header: t('column.donor'),
    cell: ({ donorName }) => <bdi>{donorName ?? t('anonymousDonor')}</bdi>,
  }
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ reference }) => reference}
      empty={empty}
      density={density}
      columns={[
        {
          id: 'pledge',
          header: t('column.pledge'),
          cell: ({ reference, kind }) => (
            <span className="flex flex-wrap items-center gap-2">
              <Link to={paths.pledge} params={{ reference }} className="link figures whitespace-nowrap">
                {reference}
              </Link>
              {kind !== 'money' && <Badge>{t(`kinds.${kind}`)}</Badge>}
            </span>
          ),
        },
        ...(withoutDonor ? [] : [donor]),
        {
          id: 'announced_on',
          header: t('column.announcedOn'),
          cell: ({ announcedOn, meeting }) => (
            <>
              <span className="figures whitespace-nowrap">{formatDate(reader, announcedOn, 'short')}</span>
              {meeting && density !== 'dense' && (
                <span className="block min-w-40 text-sm text-ink-soft" dir="auto">
                  {meeting.title}
                </span>
              )}
            </>
          ),
        },
        { id: 'announced', header: t('column.announced'), align: 'end', cell: ({ amount }) => written(amount) },
        {
          id: 'formalised',
          header: t('column.formalised'),
          align: 'end',
          cell: ({ formalised }) => written(formalised),
        },
        {
          id: 'received',
          header: t('column.received'),
          align: 'end',
          cell: ({ kind, received, delivered }) =>
            delivered && kind !== 'money'
              ? t(`beside.${kind}.${delivered.inPart ? 'part_received' : 'received'}`)
              : written(received),
        },
        ...more,
      ]}
    />
  )
}

/** What only fund managers see of a pledge in a list. */
export function useBookedColumns(): Column<PledgeRow>[] {
  const t = useTranslations('pledges')
  const money = useMoney()
  return [
    {
      id: 'outstanding',
      header: t('column.outstanding'),
      align: 'end',
      cell: ({ outstanding, overdue }) => (
        <>
          {outstanding && outstanding.amountMinor > 0 && money.full(outstanding)}
          {overdue && overdue.amountMinor > 0 && (
            <span className="block text-sm text-danger">{t('overdueOf', { amount: money.full(overdue) })}</span>
          )}
        </>
      ),
    },
    { id: 'state', header: t('column.state'), cell: (row) => <PledgeState pledge={row} /> },
  ]
}
