import type { GrantCallRow } from '@concert/domain/grant-views'
import { inLocale } from '@concert/domain/locales'
import { formatDate, formatNumber } from '@concert/messages/format'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { BooksNavigation } from '../../books/BooksNavigation.tsx'
import { newKey } from '../../books/new-key.ts'
import { useExplain } from '../../errors.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { CallDialog } from './CallDialog.tsx'

/** Every call for proposals with its dates and counts, and how sure it is. */
export function CallsPage() {
  const t = useTranslations('grants.calls')
  const { data: calls } = useSuspenseQuery(trpc.grants.calls.queryOptions())
  const [edited, setEdited] = useState<GrantCallRow | 'new' | null>(null)
  const openButton = (
    <Button look="primary" onClick={() => setEdited('new')}>
      {t('open')}
    </Button>
  )
  return (
    <Page title={t('title')} lead={t('lead')} above={<BooksNavigation />} actions={openButton}>
      <CallTable
        calls={calls}
        onEdit={setEdited}
        empty={
          <EmptyState title={t('emptyTitle')} action={openButton}>
            {t('emptyLead')}
          </EmptyState>
        }
      />
      {edited && <CallDialog call={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Page>
  )
}

interface CallTableProps {
  calls: readonly GrantCallRow[]
  onEdit: (call: GrantCallRow) => void
  empty: ReactNode
}

function CallTable({ calls, onEdit, empty }: CallTableProps) {
  const t = useTranslations('grants.calls')
  const reader = useReader()
  const count = (value: number | null) => (value === null ? '–' : formatNumber(reader, value))
  const day = (date: string | null) => (date === null ? '–' : formatDate(reader, date, 'short'))
  return (
    <DataTable
      caption={t('title')}
      density="dense"
      rows={calls}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        {
          id: 'call',
          header: t('call'),
          cell: ({ id, title, theme, cycle }) => (
            <>
              <Link to={paths.bookedGrants} search={{ callId: id }} className="link" dir="auto">
                {inLocale(title, reader)}
              </Link>
              <span className="block text-sm font-normal text-ink-soft">
                {t('cycleOf', { cycle })} {theme && <bdi>{theme}</bdi>}
              </span>
            </>
          ),
        },
        {
          id: 'dates',
          header: t('dates'),
          cell: ({ year, openedOn, closedOn }) => (
            <span className="figures">{openedOn || closedOn ? `${day(openedOn)} – ${day(closedOn)}` : year}</span>
          ),
        },
        {
          id: 'applications',
          header: t('applications'),
          align: 'end',
          cell: ({ received, eligible, shortlisted }) =>
            `${count(received)} / ${count(eligible)} / ${count(shortlisted)}`,
        },
        { id: 'decided', header: t('decidedOn'), cell: ({ decidedOn }) => day(decidedOn) },
        {
          id: 'grants',
          header: t('proposalsAwarded'),
          align: 'end',
          cell: ({ proposals, awarded }) => `${count(proposals)} / ${count(awarded)}`,
        },
        { id: 'source', header: t('source'), cell: ({ source }) => <bdi className="text-sm">{source}</bdi> },
        { id: 'todo', header: t('todo'), align: 'end', cell: (call) => <CallActions call={call} onEdit={onEdit} /> },
      ]}
    />
  )
}

function CallActions({ call, onEdit }: { call: GrantCallRow; onEdit: (call: GrantCallRow) => void }) {
  const t = useTranslations('grants.calls')
  const reader = useReader()
  const toast = useToast()
  const explain = useExplain()
  const { mutate: confirm, isPending } = useMutation(
    trpc.grants.confirmCall.mutationOptions({
      onSuccess: () => toast({ tone: 'success', text: t('confirmed') }),
      onError: (error) => toast({ tone: 'danger', text: explain(error).sentence }),
    }),
  )
  const title = inLocale(call.title, reader)
  return (
    <span className="flex flex-wrap items-center gap-2 sm:justify-end">
      {call.basis === 'unverified' && !call.confirmed && (
        <>
          <Badge tone="warning">{t('unverified')}</Badge>
          <Button
            size="small"
            isPending={isPending}
            aria-label={t('confirmOne', { title })}
            onClick={() => confirm({ callId: call.id, idempotencyKey: newKey() })}
          >
            {t('confirm')}
          </Button>
        </>
      )}
      <Button size="small" aria-label={t('changeOne', { title })} onClick={() => onEdit(call)}>
        {t('change')}
      </Button>
    </span>
  )
}
