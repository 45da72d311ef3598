import { formatDate } from '@concert/messages/format'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { newKey } from '../../books/new-key.ts'
import { useExplain } from '../../errors.ts'
import { useReader } from '../../locale.tsx'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useToast } from '../../ui/Toast.tsx'

/** The last question before a period is closed for good. */
export function ClosingDialog({ until, onClose }: { until: string; onClose: () => void }) {
  const t = useTranslations('periods')
  const reader = useReader()
  const toast = useToast()
  const explain = useExplain()
  const [idempotencyKey] = useState(newKey)
  const date = formatDate(reader, until)
  const close = useMutation(
    trpc.periods.close.mutationOptions({
      onSuccess: () => {
        toast({ tone: 'success', text: t('done', { date }) })
        onClose()
      },
    }),
  )
  const actions = (
    <>
      <Button onClick={onClose}>{t('cancel')}</Button>
      <Button look="primary" isPending={close.isPending} onClick={() => close.mutate({ until, idempotencyKey })}>
        {t('closeNow', { date })}
      </Button>
    </>
  )
  return (
    <Dialog isOpen isAlert onClose={onClose} title={t('confirmTitle', { date })} actions={actions}>
      <p>{t('confirmLead')}</p>
      {close.error && (
        <div className="mt-4">
          <Callout tone="danger" role="alert">
            {explain(close.error).sentence}
          </Callout>
        </div>
      )}
    </Dialog>
  )
}
