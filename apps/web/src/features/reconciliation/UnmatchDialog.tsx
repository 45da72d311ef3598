import { documentUnmatching } from '@concert/domain/reconciliation-views'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import type { z } from 'zod'
import { newKey } from '../../books/new-key.ts'
import { showInForm, useExplain, useIssueWords } from '../../errors.ts'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FormError } from '../../ui/form/FormError.tsx'
import { FormTextArea } from '../../ui/form/fields.tsx'
import { useToast } from '../../ui/Toast.tsx'

const formId = 'unmatch-document'

interface UnmatchDialogProps {
  matchId: string
  document: string
  number: string
  onClose: () => void
}

/** A match is taken apart with a reason. */
export function UnmatchDialog({ matchId, document, number, onClose }: UnmatchDialogProps) {
  const t = useTranslations('reconciliation')
  const toast = useToast()
  const explain = useExplain()
  const { mutateAsync: unmatch } = useMutation(trpc.reconciliation.unmatch.mutationOptions())
  const { control, handleSubmit, setError, formState } = useForm<
    z.input<typeof documentUnmatching>,
    unknown,
    z.output<typeof documentUnmatching>
  >({
    resolver: zodResolver(documentUnmatching, { error: useIssueWords() }),
    defaultValues: { matchId, reason: '', idempotencyKey: newKey() },
  })
  const submit = handleSubmit(async (unmatching) => {
    try {
      await unmatch(unmatching)
      toast({ tone: 'success', text: t('unmatch.done', { document }) })
      onClose()
    } catch (error) {
      showInForm(explain(error), setError)
    }
  })
  const actions = (
    <>
      <Button onClick={onClose}>{t('match.cancel')}</Button>
      <Button type="submit" form={formId} look="danger" isPending={formState.isSubmitting}>
        {t('unmatch.unmatch')}
      </Button>
    </>
  )
  return (
    <Dialog isOpen isAlert onClose={onClose} title={t('unmatch.title')} actions={actions}>
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-5">
        <p>{t('unmatch.lead', { document, number })}</p>
        <FormError control={control} />
        <FormTextArea control={control} name="reason" label={t('match.reason')} rows={3} maxLength={500} isRequired />
      </form>
    </Dialog>
  )
}
