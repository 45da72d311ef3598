import type { SecondSignature } from '@concert/domain/second-signature'
import { formatDate, formatInstant } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { BooksNavigation } from '../../books/BooksNavigation.tsx'
import { EntryLink } from '../../books/EntryLink.tsx'
import { useSignatureWords } from '../../books/use-signature-words.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { Badge } from '../../ui/Badge.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Pagination } from '../../ui/Pagination.tsx'
import { Section } from '../../ui/Section.tsx'
import { OpenSignature } from './OpenSignature.tsx'
import { SubjectLink } from './SubjectLink.tsx'

/** What waits for a second officer, and what was decided before. */
export function SignaturesPage() {
  const t = useTranslations('signatures')
  const { page = 1 } = useSearch({ from: paths.signatures })
  const navigate = useNavigate({ from: paths.signatures })
  const { data } = useSuspenseQuery(trpc.signatures.list.queryOptions({ page }))
  const open = data.rows.filter(({ state }) => state === 'open')
  const decided = data.rows.filter(({ state }) => state !== 'open')
  return (
    <Page title={t('title')} lead={t('lead')} above={<BooksNavigation />}>
      {(page === 1 || open.length > 0) && (
        <Section title={t('open')} lead={t('openLead')}>
          {open.length === 0 ? (
            <p className="text-ink-soft">{t('noneOpen')}</p>
          ) : (
            <ul className="grid gap-6">
              {open.map((asked) => (
                <li key={asked.id} className="rounded border border-line p-4 sm:p-6">
                  <OpenSignature asked={asked} />
                </li>
              ))}
            </ul>
          )}
        </Section>
      )}
      <Section title={t('decided')}>
        <DecidedTable rows={decided} />
        <Pagination
          page={data.page}
          pageSize={data.pageSize}
          total={data.total}
          onPage={(next) => navigate({ search: (now) => ({ ...now, page: next }) })}
        />
      </Section>
    </Page>
  )
}

const tones = { open: 'warning', confirmed: 'success', declined: 'danger', withdrawn: 'neutral' } as const

function DecidedTable({ rows }: { rows: readonly SecondSignature[] }) {
  const t = useTranslations('signatures')
  const reader = useReader()
  const whatOf = useSignatureWords()
  return (
    <DataTable
      caption={t('decided')}
      density="dense"
      rows={rows}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('noneDecided')}>{t('noneDecidedLead')}</EmptyState>}
      columns={[
        {
          id: 'what',
          header: t('column.what'),
          cell: (asked) => (
            <>
              {whatOf(asked)}
              <span className="block text-sm">
                <SubjectLink subject={asked.subject} />
              </span>
              <span className="block text-sm text-ink-soft" dir="auto">
                {asked.reason}
              </span>
            </>
          ),
        },
        { id: 'on', header: t('column.on'), cell: ({ on }) => formatDate(reader, on, 'short') },
        {
          id: 'asked',
          header: t('column.askedBy'),
          cell: ({ askedBy, askedAt }) => <Who name={askedBy.name} at={formatInstant(reader, askedAt)} />,
        },
        {
          id: 'decided',
          header: t('column.decidedBy'),
          cell: ({ state, decidedBy, decidedAt, note }) => (
            <>
              <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>
              {decidedBy && decidedAt && <Who name={decidedBy.name} at={formatInstant(reader, decidedAt)} />}
              {note && (
                <span className="block text-sm text-ink-soft" dir="auto">
                  {note}
                </span>
              )}
            </>
          ),
        },
        {
          id: 'entry',
          header: t('column.entry'),
          cell: ({ entryNumber }) => entryNumber !== null && <EntryLink number={entryNumber} />,
        },
      ]}
    />
  )
}

function Who({ name, at }: { name: string; at: string }) {
  return (
    <span className="block">
      <bdi>{name}</bdi>
      <span className="block text-sm text-ink-soft">{at}</span>
    </span>
  )
}
