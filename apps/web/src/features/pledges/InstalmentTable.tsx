import type { InstalmentRow } from '@concert/domain/fund-views'
import { formatDate } from '@concert/messages/format'
import { useTranslations } from 'use-intl/react'
import { useMoney } from '../../books/use-money.ts'
import { useReader } from '../../locale.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { DataTable } from '../../ui/DataTable.tsx'

const tones = {
  not_due: 'neutral',
  due_later: 'neutral',
  overdue: 'danger',
  paid: 'success',
  no_longer_due: 'neutral',
} as const

/** When what is due, and what of it came in. */
export function InstalmentTable({ instalments }: { instalments: readonly InstalmentRow[] }) {
  const t = useTranslations('pledges.instalments')
  const reader = useReader()
  const money = useMoney()
  return (
    <DataTable
      caption={t('title')}
      density="dense"
      rows={instalments}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'due',
          header: t('column.due'),
          cell: ({ position, dueOn }) => (
            <span className="figures">
              <span className="inline-block min-w-8 text-ink-soft">{position}.</span>
              {formatDate(reader, dueOn, 'short')}
            </span>
          ),
        },
        { id: 'amount', header: t('column.amount'), align: 'end', cell: ({ amount }) => money.full(amount) },
        { id: 'paid', header: t('column.paid'), align: 'end', cell: ({ paid }) => money.full(paid) },
        {
          id: 'state',
          header: t('column.state'),
          cell: ({ state }) => <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>,
        },
      ]}
    />
  )
}
