import type { DueInstalments } from '@concert/domain/instalment-reminders'
import { formatDate } from '@concert/messages/format'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../locale.tsx'
import { paths } from '../paths.ts'
import { Badge } from '../ui/Badge.tsx'
import { DataTable } from '../ui/DataTable.tsx'
import { useMoney } from './use-money.ts'

const tones = { overdue: 'danger', due_today: 'warning', within_7: 'accent', within_30: 'neutral' } as const

/** Instalments that are owed on a day, each with its pledge and donor. */
export function DueTable({ rows, empty }: { rows: DueInstalments['rows']; empty?: ReactNode }) {
  const t = useTranslations('pledges')
  const reader = useReader()
  const money = useMoney()
  return (
    <DataTable
      caption={t('due.title')}
      density="dense"
      rows={rows}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        {
          id: 'pledge',
          header: t('column.pledge'),
          cell: ({ pledgeReference }) => (
            <Link to={paths.pledge} params={{ reference: pledgeReference }} className="link figures whitespace-nowrap">
              {pledgeReference}
            </Link>
          ),
        },
        {
          id: 'donor',
          header: t('column.donor'),
          cell: ({ donorId, donorName }) => (
            <Link to={paths.bookedDonor} params={{ id: donorId }} className="link" dir="auto">
              {donorName ?? t('anonymousDonor')}
            </Link>
          ),
        },
        { id: 'instalment', header: t('due.instalment'), align: 'end', cell: ({ position }) => position },
        {
          id: 'due',
          header: t('due.dueOn'),
          cell: ({ dueOn, bucket }) => (
            <span className="flex flex-wrap items-center gap-2">
              <span className="figures whitespace-nowrap">{formatDate(reader, dueOn, 'short')}</span>
              <Badge tone={tones[bucket]}>{t(`due.buckets.${bucket}`)}</Badge>
            </span>
          ),
        },
        { id: 'owed', header: t('due.owed'), align: 'end', cell: ({ owed }) => money.full(owed) },
      ]}
    />
  )
}
