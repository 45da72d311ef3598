import type { RowRefusal } from '@concert/domain/row-refusal'
import { formatNumber } from '@concert/messages/format'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useRefusalWords } from '../errors.ts'
import { useReader } from '../locale.tsx'
import { Callout } from '../ui/Callout.tsx'
import { DataTable } from '../ui/DataTable.tsx'
import { Pagination } from '../ui/Pagination.tsx'

const pageSize = 25

interface RowRefusalsProps {
  refusals: readonly RowRefusal[]
  /** How many there are in all; the server sends the first ones. */
  total: number
}

/** What is wrong with a file, place by place. */
export function RowRefusals({ refusals, total }: RowRefusalsProps) {
  const t = useTranslations('sheets.refusals')
  const reader = useReader()
  const words = useRefusalWords()
  const [page, setPage] = useState(1)
  return (
    <div className="flex flex-col gap-4">
      <Callout tone="danger" role="alert" title={t('title')}>
        {t('lead')}
      </Callout>
      <DataTable
        caption={t('caption')}
        density="dense"
        rows={refusals.slice((page - 1) * pageSize, page * pageSize)}
        rowKey={(refusal) => String(refusals.indexOf(refusal))}
        columns={[
          { id: 'line', header: t('line'), cell: ({ line }) => `${t('line')} ${formatNumber(reader, line)}` },
          { id: 'column', header: t('column'), cell: ({ column }) => <bdi>{column ?? '–'}</bdi> },
          { id: 'reason', header: t('reason'), cell: ({ code, params }) => words(code, params) },
        ]}
      />
      <Pagination page={page} pageSize={pageSize} total={refusals.length} onPage={setPage} />
      {total > refusals.length && (
        <p className="text-sm text-ink-soft">{t('more', { count: total - refusals.length })}</p>
      )}
    </div>
  )
}
