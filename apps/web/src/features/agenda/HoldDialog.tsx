import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { z } from 'zod'
import { FormDialog } from '../../books/FormDialog.tsx'
import { newKey } from '../../books/new-key.ts'
import { trpc } from '../../trpc.ts'
import { useToast } from '../../ui/Toast.tsx'

const holding = z.object({ id: z.uuid(), idempotencyKey: z.uuid() })

/** Closes a meeting: its agenda stays as it is from then on. */
export function HoldDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTranslations('agenda.hold')
  const toast = useToast()
  const hold = useMutation(trpc.agenda.hold.mutationOptions())
  const [idempotencyKey] = useState(newKey)
  return (
    <FormDialog
      title={t('open')}
      lead={t('lead')}
      submit={t('open')}
      schema={holding}
      begin={{ id, idempotencyKey }}
      send={async (known) => {
        await hold.mutateAsync(known)
        toast({ tone: 'success', text: t('done') })
      }}
      onClose={onClose}
    >
      {() => null}
    </FormDialog>
  )
}
