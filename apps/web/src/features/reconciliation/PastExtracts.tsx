import { formatDate, formatInstant } from '@concert/messages/format'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../../locale.tsx'
import type { Answers } from '../../trpc.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Section } from '../../ui/Section.tsx'

/** The extracts that came in, newest first, each with the fingerprint of its file. */
export function PastExtracts({ extracts }: { extracts: Answers['reconciliation']['state']['extracts'] }) {
  const t = useTranslations('reconciliation.past')
  const reader = useReader()
  return (
    <Section title={t('title')}>
      <DataTable
        caption={t('title')}
        density="dense"
        rows={extracts}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('emptyTitle')}>{t('emptyLead')}</EmptyState>}
        columns={[
          {
            id: 'file',
            header: t('file'),
            cell: ({ fileName, sha256 }) => (
              <>
                <bdi className="wrap-anywhere">{fileName}</bdi>
                <span className="block text-sm font-normal text-ink-soft wrap-anywhere">
                  {t('hash', { hash: sha256 })}
                </span>
              </>
            ),
          },
          {
            id: 'days',
            header: t('days'),
            cell: ({ from, until }) => (
              <span className="figures whitespace-nowrap">
                {formatDate(reader, from, 'short')} – {formatDate(reader, until, 'short')}
              </span>
            ),
          },
          {
            id: 'at',
            header: t('at'),
            cell: ({ at, by }) => (
              <>
                <time dateTime={at}>{formatInstant(reader, at)}</time>
                <bdi className="block text-sm text-ink-soft">{by}</bdi>
              </>
            ),
          },
          { id: 'rows', header: t('rows'), align: 'end', cell: ({ rows }) => rows },
          { id: 'new', header: t('new'), align: 'end', cell: (extract) => extract.new },
          { id: 'changed', header: t('changed'), align: 'end', cell: ({ changed }) => changed },
        ]}
      />
    </Section>
  )
}
