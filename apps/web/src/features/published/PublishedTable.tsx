import { inLocale } from '@concert/domain/locales'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../../locale.tsx'
import { useHasRole } from '../../roles.ts'
import type { Answers } from '../../trpc.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useWordsAt } from '../../words.ts'
import { ClearButton } from './ClearButton.tsx'
import { PublishedValue } from './PublishedValue.tsx'

export type PublishedFigure = Answers['published']['list'][number]

interface PublishedTableProps {
  caption: string
  figures: readonly PublishedFigure[]
}

/** One set of published figures as they were written; fund managers see notes and what the public sees. */
export function PublishedTable({ caption, figures }: PublishedTableProps) {
  const t = useTranslations('published')
  const wordsAt = useWordsAt()
  const reader = useReader()
  const isFundManager = useHasRole('fund_manager')
  const columns: Column<PublishedFigure>[] = [
    {
      id: 'what',
      header: t('column.what'),
      cell: ({ subject, stage }) => (
        <>
          {inLocale(subject, reader)}
          {stage && <span className="block text-sm font-normal text-ink-soft">{t(`stage.${stage}`)}</span>}
        </>
      ),
    },
    { id: 'date', header: t('column.date'), cell: ({ dateText }) => <bdi className="figures">{dateText}</bdi> },
    { id: 'value', header: t('column.value'), cell: (figure) => <PublishedValue figure={figure} /> },
    {
      id: 'meaning',
      header: t('column.meaning'),
      cell: ({ definition, details }) => (
        <>
          {definition && (
            <p lang="en" dir="auto">
              {definition}
            </p>
          )}
          {Object.entries(details).map(([key, value]) => (
            <p key={key}>
              <span className="text-ink-soft">{wordsAt(`published.details.${key}`) ?? key}:</span>{' '}
              <bdi lang="en">{value}</bdi>
            </p>
          ))}
        </>
      ),
    },
    { id: 'source', header: t('column.source'), cell: ({ source }) => <bdi lang="en">{source}</bdi> },
  ]
  if (isFundManager) {
    columns.push(
      {
        id: 'note',
        header: t('column.note'),
        cell: ({ note }) =>
          note && (
            <span lang="en" dir="auto">
              {note}
            </span>
          ),
      },
      {
        id: 'public',
        header: t('column.public'),
        cell: (figure) => <ClearButton figure={figure} what={inLocale(figure.subject, reader)} />,
      },
    )
  }
  return (
    <DataTable
      caption={caption}
      density="dense"
      columns={columns}
      rows={figures}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('emptyFilter')} />}
    />
  )
}
