import { type ActivityJoin, joinEnding } from '@concert/domain/activity-join'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { FormDialog } from '../../books/FormDialog.tsx'
import { newKey } from '../../books/new-key.ts'
import { trpc } from '../../trpc.ts'
import { FormTextArea } from '../../ui/form/fields.tsx'
import { useToast } from '../../ui/Toast.tsx'

export type JoinEndingKind = 'decline' | 'withdraw' | 'separate'

/** Declines or withdraws a proposal, or separates what was joined, with the reason. */
export function EndJoinDialog({
  join: { id, kept, joined },
  kind,
  onClose,
}: {
  join: ActivityJoin
  kind: JoinEndingKind
  onClose: () => void
}) {
  const t = useTranslations('overlaps')
  const toast = useToast()
  const [idempotencyKey] = useState(newKey)
  const end = useMutation(trpc.overlaps.endJoinProposal.mutationOptions())
  const separate = useMutation(trpc.overlaps.separate.mutationOptions())
  return (
    <FormDialog
      title={t(`join.${kind}Title`, { kept, joined })}
      lead={t(kind === 'separate' ? 'join.separateLead' : 'join.declineLead')}
      submit={t(`join.confirm.${kind}`)}
      schema={joinEnding}
      begin={{ id, why: '', idempotencyKey }}
      send={async (known) => {
        await (kind === 'separate' ? separate.mutateAsync(known) : end.mutateAsync(known))
        toast({ tone: 'success', text: t('join.ended') })
      }}
      onClose={onClose}
    >
      {({ control }) => (
        <FormTextArea
          control={control}
          name="why"
          label={t('join.reason')}
          description={t('settle.hint')}
          rows={3}
          maxLength={1000}
          isRequired
        />
      )}
    </FormDialog>
  )
}
