import { type DonorEvent, mergeUndoing } from '@concert/domain/donor-merge'
import type { DonorRecord } from '@concert/domain/fund-views'
import { formatInstant } from '@concert/messages/format'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { FormDialog, ReasonField } from '../../books/FormDialog.tsx'
import { newKey } from '../../books/new-key.ts'
import { useReader } from '../../locale.tsx'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { Section } from '../../ui/Section.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import { SplitDialog } from './SplitDialog.tsx'

/** Merges, splits and names, the newest first, and the way to the next one. */
export function DonorHistory({ donor }: { donor: DonorRecord }) {
  const t = useTranslations('donors')
  const reader = useReader()
  const { data: events } = useSuspenseQuery(trpc.donors.history.queryOptions({ id: donor.id, locale: reader }))
  const [doing, setDoing] = useState<'merge' | 'split' | DonorEvent | null>(null)
  const close = () => setDoing(null)
  return (
    <Section
      title={t('history.title')}
      lead={t('history.lead')}
      actions={
        <>
          <Button onClick={() => setDoing('merge')}>{t('merge.action')}</Button>
          <Button onClick={() => setDoing('split')}>{t('split.action')}</Button>
        </>
      }
    >
      <ol className="grid gap-4">
        {events.map((event) => (
          <li key={`${event.kind} ${event.at}`} className="border-s-3 border-line ps-4">
            <HappenedTo event={event} onUndo={() => setDoing(event)} />
          </li>
        ))}
      </ol>
      {doing === 'merge' && <MergeDialog donor={donor} onClose={close} />}
      {doing === 'split' && <SplitDialog donor={donor} onClose={close} />}
      {doing !== null && typeof doing === 'object' && <UndoDialog event={doing} onClose={close} />}
    </Section>
  )
}

function HappenedTo({ event, onUndo }: { event: DonorEvent; onUndo: () => void }) {
  const t = useTranslations('donors')
  const reader = useReader()
  const other = event.other?.name ?? ''
  return (
    <>
      <p className="font-medium" dir="auto">
        {t(`history.${event.kind}`, { other, name: event.name ?? '' })}
      </p>
      <p className="text-sm text-ink-soft">
        {formatInstant(reader, event.at)}
        {event.by && <> · {t('history.by', { name: event.by })}</>}
        {event.references.length > 0 && <> · {t('history.moved', event.moved)}</>}
      </p>
      {event.reason && (
        <p className="mt-1" dir="auto">
          {event.reason}
        </p>
      )}
      {event.references.length > 0 && (
        <p className="figures mt-1 text-sm text-ink-soft">
          <bdi>{event.references.join(', ')}</bdi>
          {event.moved.pledges + event.moved.payments > event.references.length && ' …'}
        </p>
      )}
      {event.mergeId && (
        <div className="mt-2">
          <Button size="small" aria-label={t('undo.title', { name: other })} onClick={onUndo}>
            {t('undo.action')}
          </Button>
        </div>
      )}
    </>
  )
}

function UndoDialog({ event, onClose }: { event: DonorEvent; onClose: () => void }) {
  const t = useTranslations('donors')
  const toast = useToast()
  const name = event.other?.name ?? ''
  const { mutateAsync: undo } = useMutation(trpc.donors.undoMerge.mutationOptions())
  return (
    <FormDialog
      title={t('undo.title', { name })}
      lead={t('undo.lead', { name })}
      submit={t('undo.submit')}
      isDanger
      schema={mergeUndoing}
      begin={{ mergeId: event.mergeId ?? '', reason: '', idempotencyKey: newKey() }}
      send={async (undoing) => {
        await undo(undoing)
        toast({ tone: 'success', text: t('undo.done', { name }) })
      }}
      onClose={onClose}
    >
      {({ control }) => <ReasonField control={control} />}
    </FormDialog>
  )
}
