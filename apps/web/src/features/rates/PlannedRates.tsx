import type { PlannedRate } from '@concert/domain/rate-import'
import { formatDate, formatNumber } from '@concert/messages/format'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../../locale.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { Pagination } from '../../ui/Pagination.tsx'
import { Select } from '../../ui/Select.tsx'

const pageSize = 40
const views = {
  showAll: () => true,
  showChanging: ({ standing }: PlannedRate) => standing !== 'same',
  showFlagged: ({ flags }: PlannedRate) => flags.length > 0,
} as const
type View = keyof typeof views

const tones = { new: 'accent', changed: 'warning', same: 'neutral' } as const

/** The rates of a file, line by line, beside what is kept. */
export function PlannedRates({ rates }: { rates: readonly PlannedRate[] }) {
  const t = useTranslations('rates')
  const reader = useReader()
  const [view, setView] = useState<View>('showAll')
  const [page, setPage] = useState(1)
  const shown = rates.filter(views[view])
  const choose = (chosen: string | null) => {
    setView(chosen === 'showChanging' || chosen === 'showFlagged' ? chosen : 'showAll')
    setPage(1)
  }
  return (
    <div>
      <div className="mb-4 max-w-72">
        <Select
          label={t('import.show')}
          value={view}
          onChange={choose}
          options={(['showAll', 'showChanging', 'showFlagged'] as const).map((id) => ({ id, name: t(`import.${id}`) }))}
        />
      </div>
      <DataTable
        caption={t('import.caption')}
        density="dense"
        rows={shown.slice((page - 1) * pageSize, page * pageSize)}
        rowKey={({ line }) => String(line)}
        columns={[
          { id: 'line', header: t('import.line'), align: 'end', cell: ({ line }) => formatNumber(reader, line) },
          { id: 'currency', header: t('currency'), isRowHeader: true, cell: ({ currency }) => currency },
          {
            id: 'on',
            header: t('on'),
            cell: ({ on }) => <span className="whitespace-nowrap">{formatDate(reader, on, 'short')}</span>,
          },
          { id: 'units', header: t('units'), align: 'end', cell: ({ unitsPerUsd }) => <bdi>{unitsPerUsd}</bdi> },
          {
            id: 'before',
            header: t('import.before'),
            align: 'end',
            cell: ({ before }) => <bdi>{before?.unitsPerUsd ?? '–'}</bdi>,
          },
          {
            id: 'kept',
            header: t('import.keptNow'),
            align: 'end',
            cell: ({ kept }) => <bdi>{kept?.unitsPerUsd ?? '–'}</bdi>,
          },
          { id: 'source', header: t('source'), cell: ({ source }) => <bdi>{source}</bdi> },
          {
            id: 'standing',
            header: t('import.standing'),
            cell: ({ standing, flags }) => (
              <span className="flex flex-wrap gap-1.5">
                <Badge tone={tones[standing]}>{t(`import.standings.${standing}`)}</Badge>
                {flags.length > 0 && <Badge tone="danger">{t('import.showFlagged')}</Badge>}
              </span>
            ),
          },
        ]}
      />
      <Pagination page={page} pageSize={pageSize} total={shown.length} onPage={setPage} />
    </div>
  )
}
