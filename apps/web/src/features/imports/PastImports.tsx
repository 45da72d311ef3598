import { formatInstant, formatNumber } from '@concert/messages/format'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../../locale.tsx'
import type { Answers } from '../../trpc.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Section } from '../../ui/Section.tsx'

type PastImport = Answers['imports']['list']['imports'][number]

/** What came in, when and by whom. Files that were refused leave no trace, so they are not here. */
export function PastImports({ imports }: { imports: readonly PastImport[] }) {
  const t = useTranslations('imports')
  const reader = useReader()
  const counts = (['new', 'changed', 'unchanged', 'refused'] as const).map((id): Column<PastImport> => {
    return { id, header: t(`counts.${id}`), align: 'end', cell: (past) => formatNumber(reader, past.counts[id]) }
  })
  const columns: Column<PastImport>[] = [
    { id: 'file', header: t('files.file'), cell: ({ fileName }) => <bdi className="wrap-anywhere">{fileName}</bdi> },
    { id: 'at', header: t('history.at'), cell: ({ at }) => <time dateTime={at}>{formatInstant(reader, at)}</time> },
    { id: 'by', header: t('history.by'), cell: ({ byName }) => <bdi>{byName}</bdi> },
    ...counts,
  ]
  return (
    <Section title={t('history.title')}>
      <DataTable
        caption={t('history.title')}
        columns={columns}
        rows={imports}
        rowKey={(past) => past.id}
        empty={<EmptyState title={t('history.emptyTitle')}>{t('history.emptyText')}</EmptyState>}
      />
    </Section>
  )
}
