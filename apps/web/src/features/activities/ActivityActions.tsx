import type { Relevance } from '@concert/domain/activity'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useExplain } from '../../errors.ts'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { PublishDialog } from './PublishDialog.tsx'

interface ActivityActionsProps {
  activity: {
    reference: string
    version: number
    visibility: 'draft' | 'group' | 'public'
    relevance: Relevance
    mayPublish: boolean
  }
}

type Open = 'publish' | 'withdraw' | 'discard' | null

/** The steps from draft over group to public and back, as far as the person may take them. */
export function ActivityActions({ activity }: ActivityActionsProps) {
  const { reference, visibility, mayPublish, relevance } = activity
  const t = useTranslations('activities.actions')
  const toast = useToast()
  const explain = useExplain()
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  const onError = (error: unknown) => toast({ tone: 'danger', text: explain(error).sentence })
  const submit = useMutation(
    trpc.activities.submit.mutationOptions({
      onSuccess: () => toast({ tone: 'success', text: t('submitted') }),
      onError,
    }),
  )
  const share = useMutation(
    trpc.activities.share.mutationOptions({
      onSuccess: () => toast({ tone: 'success', text: t('shared') }),
      onError,
    }),
  )
  return (
    <>
      {visibility === 'draft' && !mayPublish && (
        <Button isPending={submit.isPending} onClick={() => submit.mutate({ reference })}>
          {t('submit')}
        </Button>
      )}
      {visibility === 'draft' && mayPublish && (
        <Button isPending={share.isPending} onClick={() => share.mutate({ reference })}>
          {t('share')}
        </Button>
      )}
      {visibility !== 'public' && mayPublish && (relevance === 'own' || relevance === 'relevant') && (
        <Button onClick={() => setOpen('publish')}>{t('publish')}</Button>
      )}
      {visibility === 'public' && mayPublish && <Button onClick={() => setOpen('withdraw')}>{t('withdraw')}</Button>}
      {visibility === 'draft' && (
        <Button look="quiet" onClick={() => setOpen('discard')}>
          {t('discard')}
        </Button>
      )}
      {open === 'publish' && <PublishDialog activity={activity} onClose={close} />}
      {open === 'withdraw' && <WithdrawDialog reference={reference} onClose={close} />}
      {open === 'discard' && <DiscardDialog reference={reference} onClose={close} />}
    </>
  )
}

interface StepProps {
  reference: string
  onClose: () => void
}

function WithdrawDialog({ reference, onClose }: StepProps) {
  const t = useTranslations('activities')
  const toast = useToast()
  const explain = useExplain()
  const [reason, setReason] = useState('')
  const withdraw = useMutation(
    trpc.activities.withdraw.mutationOptions({
      onSuccess: () => {
        onClose()
        toast({ tone: 'success', text: t('actions.withdrawn') })
      },
      onError: (error) => toast({ tone: 'danger', text: explain(error).sentence }),
    }),
  )
  return (
    <Dialog
      isOpen
      isAlert
      onClose={onClose}
      title={t('withdraw.title')}
      actions={
        <>
          <Button onClick={onClose}>{t('actions.cancel')}</Button>
          <Button
            look="danger"
            isPending={withdraw.isPending}
            disabled={reason.trim().length < 3}
            onClick={() => withdraw.mutate({ reference, reason })}
          >
            {t('withdraw.title')}
          </Button>
        </>
      }
    >
      <p className="mb-4">{t('withdraw.lead')}</p>
      <TextArea label={t('withdraw.reason')} isRequired value={reason} onChange={setReason} rows={3} />
    </Dialog>
  )
}

function DiscardDialog({ reference, onClose }: StepProps) {
  const t = useTranslations('activities')
  const toast = useToast()
  const explain = useExplain()
  const navigate = useNavigate()
  const discard = useMutation(
    trpc.activities.discard.mutationOptions({
      onMutate: () => navigate({ to: paths.my }),
      onSuccess: () => toast({ tone: 'success', text: t('actions.discarded') }),
      onError: (error) => toast({ tone: 'danger', text: explain(error).sentence }),
    }),
  )
  return (
    <Dialog
      isOpen
      isAlert
      onClose={onClose}
      title={t('discard.title', { reference })}
      actions={
        <>
          <Button onClick={onClose}>{t('actions.cancel')}</Button>
          <Button look="danger" isPending={discard.isPending} onClick={() => discard.mutate({ reference })}>
            {t('actions.discard')}
          </Button>
        </>
      }
    >
      <p>{t('discard.lead')}</p>
    </Dialog>
  )
}
