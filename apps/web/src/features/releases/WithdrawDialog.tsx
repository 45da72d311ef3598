import { releaseWithdrawal } from '@concert/domain/people-release'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { FormDialog, ReasonField } from '../../books/FormDialog.tsx'
import { newKey } from '../../books/new-key.ts'
import { trpc } from '../../trpc.ts'
import { useToast } from '../../ui/Toast.tsx'

/** Takes a release off, with a reason that anyone may read. */
export function WithdrawDialog({ number, onClose }: { number: number; onClose: () => void }) {
  const t = useTranslations('releases')
  const toast = useToast()
  const [idempotencyKey] = useState(newKey)
  const { mutateAsync: withdraw } = useMutation(trpc.releases.withdraw.mutationOptions())
  return (
    <FormDialog
      title={t('withdrawRow', { number })}
      lead={t('withdrawLead')}
      submit={t('withdrawRow', { number })}
      isDanger
      schema={releaseWithdrawal}
      begin={{ number, reason: '', idempotencyKey }}
      send={async (typed) => {
        await withdraw(typed)
        toast({ tone: 'success', text: t('withdrawDone', { number }) })
      }}
      onClose={onClose}
    >
      {({ control }) => <ReasonField control={control} />}
    </FormDialog>
  )
}
