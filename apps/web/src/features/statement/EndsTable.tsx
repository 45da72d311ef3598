import { useTranslations } from 'use-intl/react'
import { useMoney } from '../../books/use-money.ts'
import { DataTable } from '../../ui/DataTable.tsx'

interface Ends {
  id: string
  label: string
  openingUsd: number
  closingUsd: number
}

/** What stood at the beginning and at the end, side by side. */
export function EndsTable({ caption, rows }: { caption: string; rows: readonly Ends[] }) {
  const t = useTranslations('statement')
  const money = useMoney()
  return (
    <DataTable
      caption={caption}
      density="dense"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'line',
          header: t('column.line'),
          cell: ({ id, label }) => <span className={id === 'total' ? 'font-semibold' : 'font-normal'}>{label}</span>,
        },
        {
          id: 'opening',
          header: t('column.opening'),
          align: 'end',
          cell: ({ openingUsd }) => money.bareUsd(openingUsd),
        },
        {
          id: 'closing',
          header: t('column.closing'),
          align: 'end',
          cell: ({ closingUsd }) => money.bareUsd(closingUsd),
        },
      ]}
    />
  )
}
