import type { PledgeSums, StatementBreakdowns } from '@concert/domain/statement'
import { formatNumber } from '@concert/messages/format'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useMoney } from '../../books/use-money.ts'
import { useReader } from '../../locale.tsx'
import { Button } from '../../ui/Button.tsx'
import { DataTable } from '../../ui/DataTable.tsx'

const donorsShown = 60
const numbers = ['announced', 'formalised', 'received', 'outstanding'] as const

type Row = PledgeSums & { id: string; label: string }

/** The pledges of the period by donor, meeting and year; each table ends with the same totals. */
export function PledgeBreakdowns({ breakdowns }: { breakdowns: StatementBreakdowns }) {
  const t = useTranslations('statement.breakdown')
  const reader = useReader()
  const [isWhole, setWhole] = useState(false)
  const donors = breakdowns.byDonor.map((row) => ({
    ...row,
    id: row.id ?? 'anonymous',
    label: row.name ?? t('anonymous'),
  }))
  const meetings = breakdowns.byMeeting.map((row) => ({
    ...row,
    id: row.slug ?? 'none',
    label: row.title ?? t('noMeeting'),
  }))
  const years = breakdowns.byYear.map((row) => ({ ...row, id: String(row.year), label: String(row.year) }))
  const total = { ...breakdowns.totals, id: 'total', label: t('total') }
  if (donors.length === 0) return <p className="text-ink-soft">{t('none')}</p>
  return (
    <div className="flex flex-col gap-10">
      <Breakdown title={t('byYear')} header={t('year')} rows={[...years, total]} />
      <Breakdown title={t('byMeeting')} header={t('meeting')} rows={[...meetings, total]} />
      <div>
        <Breakdown
          title={t('byDonor')}
          header={t('donor')}
          rows={[...(isWhole ? donors : donors.slice(0, donorsShown)), total]}
        />
        {!isWhole && donors.length > donorsShown && (
          <div className="mt-3 print:hidden">
            <Button size="small" onClick={() => setWhole(true)}>
              {t('showAll', { count: formatNumber(reader, donors.length) })}
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}

function Breakdown({ title, header, rows }: { title: string; header: string; rows: readonly Row[] }) {
  const t = useTranslations('statement.breakdown')
  const money = useMoney()
  return (
    <section>
      <h3 className="mb-2 text-lg font-semibold break-after-avoid">{title}</h3>
      <DataTable
        caption={title}
        density="dense"
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'name',
            header,
            cell: ({ id, label }) => <bdi className={id === 'total' ? 'font-semibold' : 'font-normal'}>{label}</bdi>,
          },
          ...numbers.map((number) => ({
            id: number,
            header: t(number),
            align: 'end' as const,
            cell: (row: Row) => money.bareUsd(row[`${number}Usd`]),
          })),
        ]}
      />
    </section>
  )
}
