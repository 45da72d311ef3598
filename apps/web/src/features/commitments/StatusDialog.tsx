import { codeKey, commitmentStatus, commitmentStatuses } from '@concert/domain/codelists'
import type { StatusAddressee } from '@concert/domain/commitment'
import { note, type ParagraphKey } from '@concert/domain/evidence'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { z } from 'zod'
import { FormDialog } from '../../books/FormDialog.tsx'
import { trpc } from '../../trpc.ts'
import { FormSelect } from '../../ui/form/fields.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { emptyNote } from './evidence-form.ts'
import { NoteFields } from './NoteFields.tsx'
import type { Commitment } from './ParagraphCard.tsx'

const statusForm = z
  .object({ status: z.string(), note: z.record(z.string(), z.string()) })
  .pipe(z.object({ status: commitmentStatus, note }))

interface StatusDialogProps {
  paragraph: ParagraphKey
  addressee: StatusAddressee
  status: Commitment['statuses'][number]['status']
  onClose: () => void
}

/** One more step in the history of a status. */
export function StatusDialog({ paragraph, addressee, status, onClose }: StatusDialogProps) {
  const t = useTranslations('commitments')
  const tCodes = useTranslations('codes')
  const toast = useToast()
  const { mutateAsync: set } = useMutation(trpc.commitments.setStatus.mutationOptions())
  return (
    <FormDialog
      title={t('setStatus.openFor', { addressee: tCodes(codeKey('addressees', addressee)) })}
      lead={t('setStatus.lead')}
      submit={t('setStatus.submit')}
      schema={statusForm}
      begin={{ status, note: emptyNote() }}
      send={async (known) => {
        await set({ ...paragraph, addressee, ...known })
        toast({ tone: 'success', text: t('statusSaved') })
      }}
      onClose={onClose}
    >
      {({ control }) => (
        <>
          <FormSelect
            control={control}
            name="status"
            label={t('setStatus.status')}
            options={commitmentStatuses.map((code) => ({
              id: code,
              name: tCodes(codeKey('commitmentStatuses', code)),
            }))}
            isRequired
          />
          <NoteFields control={control} />
        </>
      )}
    </FormDialog>
  )
}
