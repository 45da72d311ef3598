import { bankListRowStates, type PreviewedRow } from '@concert/domain/bank-list'
import { formatDate } from '@concert/messages/format'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useMoney } from '../../books/use-money.ts'
import { useReader } from '../../locale.tsx'
import { Button } from '../../ui/Button.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { Pagination } from '../../ui/Pagination.tsx'
import { Select } from '../../ui/Select.tsx'
import { type Decided, type Decisions, isUndecided } from './decisions.ts'
import { RowExplanation } from './RowExplanation.tsx'

const pageSize = 50

interface RowsTableProps {
  rows: readonly PreviewedRow[]
  decisions: Decisions
  onDecide: (row: PreviewedRow) => void
}

/** The lines of a list, those of one state where somebody asks for them. */
export function RowsTable({ rows, decisions, onDecide }: RowsTableProps) {
  const t = useTranslations('bankLists')
  const reader = useReader()
  const money = useMoney()
  const [filter, setFilter] = useState<string | null>(null)
  const [page, setPage] = useState(1)
  const fits = (id: string) => (row: PreviewedRow) =>
    id === 'undecided' ? isUndecided(row, decisions) : row.state === id
  const shown = filter === null ? rows : rows.filter(fits(filter))
  const last = Math.max(1, Math.ceil(shown.length / pageSize))
  const current = Math.min(page, last)
  const countOf = (id: string) => String(rows.filter(fits(id)).length)
  const options = [
    { id: 'undecided', name: t('rows.undecided'), description: countOf('undecided') },
    ...bankListRowStates.map((id) => ({ id, name: t(`states.${id}`), description: countOf(id) })),
  ]
  return (
    <section aria-labelledby="list-lines" className="flex flex-col gap-4">
      <h3 id="list-lines" className="text-lg font-semibold">
        {t('rows.title')}
      </h3>
      <div className="max-w-xs">
        <Select
          label={t('rows.filter')}
          value={filter}
          onChange={(id) => {
            setFilter(id)
            setPage(1)
          }}
          emptyOption={t('rows.all')}
          options={options}
        />
      </div>
      <DataTable
        caption={t('rows.title')}
        density="dense"
        rows={shown.slice((current - 1) * pageSize, current * pageSize)}
        rowKey={({ line }) => String(line)}
        empty={<p className="text-ink-soft">{t('rows.none')}</p>}
        columns={[
          {
            id: 'line',
            header: t('rows.column.line'),
            cell: ({ line, receivedOn }) => (
              <>
                {t('rows.line', { line: String(line) })}
                <span className="figures block text-sm font-normal whitespace-nowrap text-ink-soft">
                  {formatDate(reader, receivedOn, 'short')}
                </span>
              </>
            ),
          },
          { id: 'payment', header: t('rows.column.payment'), cell: (row) => <BankWords row={row} /> },
          {
            id: 'amount',
            header: t('rows.column.amount'),
            align: 'end',
            cell: ({ amount }) => <span className="whitespace-nowrap">{money.full(amount)}</span>,
          },
          { id: 'is', header: t('rows.column.is'), cell: (row) => <RowExplanation row={row} /> },
          {
            id: 'decision',
            header: t('rows.column.decision'),
            cell: (row) => <Decision row={row} decided={decisions.get(row.line)} onDecide={() => onDecide(row)} />,
          },
        ]}
      />
      <Pagination page={current} pageSize={pageSize} total={shown.length} onPage={setPage} />
    </section>
  )
}

function BankWords({ row: { sender, text, bankReference } }: { row: PreviewedRow }) {
  const t = useTranslations('bankLists')
  return (
    <div className="wrap-anywhere">
      {sender === '' ? <span className="text-ink-soft">{t('rows.noSender')}</span> : <bdi>{sender}</bdi>}
      {text !== '' && <bdi className="block text-sm">{text}</bdi>}
      {bankReference && <bdi className="block text-sm text-ink-soft">{bankReference}</bdi>}
    </div>
  )
}

interface DecisionProps {
  row: PreviewedRow
  decided: Decided | undefined
  onDecide: () => void
}

function Decision({ row, decided, onDecide }: DecisionProps) {
  const t = useTranslations('bankLists')
  const money = useMoney()
  if (row.state === 'booked_already') return <span className="text-ink-soft">{t('decide.nothing')}</span>
  return (
    <div className="flex flex-col items-start gap-1">
      {!decided && <span className="font-medium text-warning">{t('decide.none')}</span>}
      {decided?.decision === 'leave_out' && (
        <span>
          {t('decide.leaveOut')}
          <bdi className="block text-sm text-ink-soft wrap-anywhere">{decided.reason}</bdi>
        </span>
      )}
      {decided?.decision === 'book' && (
        <span>
          {t('decide.book')}
          {decided.donorName && <bdi className="block text-sm">{decided.donorName}</bdi>}
          {decided.allocations.map(({ reference, instalmentId, amount }) => (
            <span key={`${reference} ${instalmentId}`} className="figures block text-sm text-ink-soft">
              {t('is.pays', { amount: money.full(amount), reference })}
            </span>
          ))}
          {decided.allocations.length === 0 && (
            <span className="block text-sm text-ink-soft">{t('decide.unallocated')}</span>
          )}
        </span>
      )}
      <Button
        size="small"
        look={decided ? 'quiet' : 'secondary'}
        aria-label={t('decide.decideOn', { line: String(row.line) })}
        onClick={onDecide}
      >
        {t('decide.decide')}
      </Button>
    </div>
  )
}
