import { today } from '@concert/domain/calendar-date'
import { entryReversal } from '@concert/domain/second-signature'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { z } from 'zod'
import { trpc } from '../trpc.ts'
import { useToast } from '../ui/Toast.tsx'
import { DayField, FormDialog, ReasonField } from './FormDialog.tsx'
import { newKey } from './new-key.ts'
import { typedDate, typedText } from './typed-values.ts'

const reversalForm = z
  .object({ number: z.number(), on: z.string().nullable(), reason: z.string(), idempotencyKey: z.string() })
  .pipe(entryReversal.extend({ on: typedDate, reason: typedText(500) }))

interface ReversalDialogProps {
  /** The entry that was booked by mistake. */
  number: number
  title?: string
  lead?: string
  onClose: () => void
}

/** Asks a second officer to take an entry back. */
export function ReversalDialog({ number, title, lead, onClose }: ReversalDialogProps) {
  const t = useTranslations('journal.reversal')
  const toast = useToast()
  const { mutateAsync: ask } = useMutation(trpc.journal.reverse.mutationOptions())
  return (
    <FormDialog
      title={title ?? t('title', { number: String(number) })}
      lead={lead ?? t('lead')}
      submit={t('submit')}
      schema={reversalForm}
      begin={{ number, on: today(), reason: '', idempotencyKey: newKey() }}
      send={async (reversal) => {
        await ask(reversal)
        toast({ tone: 'info', text: t('done', { number: String(number) }) })
      }}
      onClose={onClose}
    >
      {({ control }) => (
        <>
          <DayField control={control} />
          <ReasonField control={control} />
        </>
      )}
    </FormDialog>
  )
}
