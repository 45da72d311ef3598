import { type DonorEvent, mergeUndoing } from '@concert/domain/donor-merge'
import type { DonorRecord } from '@concert/domain/fund-views'
import { formatInstant } from '@concert/messages/format'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import type { z } from 'zod'
import { newKey } from '../../books/new-key.ts'
import { showInForm, useExplain, useIssueWords } from '../../errors.ts'
import { useReader } from '../../locale.tsx'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FormError } from '../../ui/form/FormError.tsx'
import { FormTextArea } from '../../ui/form/fields.tsx'
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

const formId = 'undo-merge'

function UndoDialog({ event, onClose }: { event: DonorEvent; onClose: () => void }) {
  const t = useTranslations('donors')
  const toast = useToast()
  const explain = useExplain()
  const name = event.other?.name ?? ''
  const { mutateAsync: undo } = useMutation(trpc.donors.undoMerge.mutationOptions())
  const { control, handleSubmit, setError, formState } = useForm<
    z.input<typeof mergeUndoing>,
    unknown,
    z.output<typeof mergeUndoing>
  >({
    resolver: zodResolver(mergeUndoing, { error: useIssueWords() }),
    defaultValues: { mergeId: event.mergeId ?? '', reason: '', idempotencyKey: newKey() },
  })
  const submit = handleSubmit(async (undoing) => {
    try {
      await undo(undoing)
      toast({ tone: 'success', text: t('undo.done', { name }) })
      onClose()
    } catch (error) {
      showInForm(explain(error), setError)
    }
  })
  const actions = (
    <>
      <Button onClick={onClose}>{t('cancel')}</Button>
      <Button type="submit" form={formId} look="danger" isPending={formState.isSubmitting}>
        {t('undo.submit')}
      </Button>
    </>
  )
  return (
    <Dialog isOpen isAlert onClose={onClose} title={t('undo.title', { name })} actions={actions}>
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-5">
        <p>{t('undo.lead', { name })}</p>
        <FormError control={control} />
        <FormTextArea control={control} name="reason" label={t('merge.reason')} rows={3} maxLength={500} isRequired />
      </form>
    </Dialog>
  )
}
