import { narrativeIn } from '@concert/domain/activity'
import { formatDate } from '@concert/messages/format'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useExplain } from '../../errors.ts'
import { DocumentLink } from '../../layout/DocumentLink.tsx'
import { PublicFigure } from '../../layout/PublicFigure.tsx'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { useHasRole } from '../../roles.ts'
import { type Answers, trpc } from '../../trpc.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { NoteText } from './NoteText.tsx'

type CommitmentPage = Answers['commitments']['get']
type Evidence = CommitmentPage['evidence'][number]

/** What was pointed at as an answer to a paragraph; a coordinator takes it away here. */
export function EvidenceList({ page }: { page: CommitmentPage }) {
  const t = useTranslations('commitments.evidence')
  const isCoordinator = useHasRole('coordinator')
  const [removing, setRemoving] = useState<Evidence | null>(null)
  if (page.evidence.length === 0) return <EmptyState title={t('empty')}>{t('emptyLead')}</EmptyState>
  return (
    <>
      <ul className="divide-y divide-line border-y border-line">
        {page.evidence.map((evidence) => (
          <li key={evidence.id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-4">
            <div className="min-w-0 space-y-1">
              <p className="text-sm text-ink-soft">{t(`kinds.${evidence.subject.kind}`)}</p>
              <Subject evidence={evidence} figures={page.figures} />
              <NoteText note={evidence.note} />
            </div>
            {isCoordinator && (
              <Button
                size="small"
                onClick={() => setRemoving(evidence)}
                aria-label={t('removeRow', { what: nameOf(evidence) })}
              >
                {t('remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {removing && <RemovalDialog evidence={removing} onClose={() => setRemoving(null)} />}
    </>
  )
}

function Subject({ evidence: { subject }, figures }: { evidence: Evidence; figures: CommitmentPage['figures'] }) {
  const t = useTranslations('commitments.evidence')
  const reader = useReader()
  if (subject.kind === 'figure') {
    const figure = figures.find(({ id }) => id === subject.figureId)
    return figure ? <PublicFigure figure={figure} /> : null
  }
  if (subject.kind === 'activity') {
    const narrative = narrativeIn(subject.title, reader)
    return (
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link to={paths.activity} params={{ reference: subject.reference }} className="link">
          <bdi lang={narrative?.language ?? undefined}>{narrative?.text ?? subject.reference}</bdi>
        </Link>
        <span className="figures text-sm text-ink-soft">{subject.reference}</span>
        {!subject.isPublic && <Badge>{t('groupOnly')}</Badge>}
      </p>
    )
  }
  const { symbol, title, datedOn, url } = subject
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <bdi>{title}</bdi>
      {url === null ? (
        <DocumentLink symbol={symbol} />
      ) : (
        <a href={url} className="link" rel="noreferrer">
          <bdi>{symbol}</bdi>
        </a>
      )}
      {datedOn && <span className="figures text-sm text-ink-soft">{formatDate(reader, datedOn, 'short')}</span>}
    </p>
  )
}

function RemovalDialog({ evidence, onClose }: { evidence: Evidence; onClose: () => void }) {
  const t = useTranslations('commitments.evidence')
  const tEvent = useTranslations('journal.event')
  const toast = useToast()
  const explain = useExplain()
  const remove = useMutation(
    trpc.commitments.removeEvidence.mutationOptions({
      onSuccess: () => toast({ tone: 'success', text: t('removed') }),
      onError: (error) => toast({ tone: 'danger', text: explain(error).sentence }),
      onSettled: onClose,
    }),
  )
  return (
    <Dialog
      isOpen
      isAlert
      onClose={onClose}
      title={t('removeRow', { what: nameOf(evidence) })}
      actions={
        <>
          <Button onClick={onClose}>{tEvent('cancel')}</Button>
          <Button look="danger" isPending={remove.isPending} onClick={() => remove.mutate({ id: evidence.id })}>
            {t('remove')}
          </Button>
        </>
      }
    >
      <p>{t('removeLead')}</p>
    </Dialog>
  )
}

function nameOf({ subject }: Evidence): string {
  if (subject.kind === 'activity') return subject.reference
  return subject.kind === 'figure' ? subject.figureId : subject.symbol
}
