import type { GrantInstalment } from '@concert/domain/grant-decisions'
import { formatDate } from '@concert/messages/format'
import { useTranslations } from 'use-intl/react'
import { useMoney } from '../../books/use-money.ts'
import { useReader } from '../../locale.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { DataTable } from '../../ui/DataTable.tsx'

const tones = { open: 'neutral', overdue: 'warning', disbursed: 'success', cut: 'neutral' } as const

/** The plan as it was agreed, and how far each instalment is settled. */
export function GrantInstalments({ instalments }: { instalments: readonly GrantInstalment[] }) {
  const t = useTranslations('grants.instalments')
  const reader = useReader()
  const money = useMoney()
  return (
    <DataTable
      caption={t('title')}
      density="dense"
      rows={instalments}
      rowKey={({ position }) => String(position)}
      columns={[
        { id: 'due', header: t('due'), cell: ({ dueOn }) => formatDate(reader, dueOn, 'short') },
        { id: 'amount', header: t('amount'), align: 'end', cell: ({ amount }) => money.full(amount) },
        { id: 'paid', header: t('paid'), align: 'end', cell: ({ disbursed }) => money.full(disbursed) },
        { id: 'cut', header: t('cut'), align: 'end', cell: ({ cut }) => money.full(cut) },
        {
          id: 'state',
          header: t('state'),
          cell: ({ state }) => <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>,
        },
      ]}
    />
  )
}
