import { formatDate, formatInstant } from '@concert/messages/format'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../../locale.tsx'
import type { Answers } from '../../trpc.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { useValueWords } from './use-indicator-words.ts'

/** What stood before it was corrected, and why it was. */
export function CorrectedTable({ page: { indicator, superseded } }: { page: Answers['indicators']['get'] }) {
  const t = useTranslations('indicators')
  const reader = useReader()
  const write = useValueWords(indicator.unit)
  return (
    <DataTable
      caption={t('history')}
      density="dense"
      rows={superseded}
      rowKey={({ id }) => id}
      columns={[
        { id: 'date', header: t('date'), cell: ({ observedOn }) => formatDate(reader, observedOn, 'short') },
        { id: 'value', header: t('value'), align: 'end', cell: ({ value }) => write(value) },
        { id: 'source', header: t('source'), cell: ({ source }) => <bdi>{source}</bdi> },
        { id: 'reason', header: t('reason'), cell: ({ reason }) => <bdi>{reason}</bdi> },
        { id: 'at', header: t('supersededAt'), cell: ({ supersededAt }) => formatInstant(reader, supersededAt) },
      ]}
    />
  )
}
