import type { CalendarFeed } from '@concert/domain/calendar-feed'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { useExplain } from '../../errors.ts'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useToast } from '../../ui/Toast.tsx'

interface FeedConfirmationProps {
  what: 'renew' | 'revoke'
  feed: CalendarFeed
  onAddress: (path: string) => void
  onClose: () => void
}

/** Asks before the present address stops working. */
export function FeedConfirmation({ what, feed, onAddress, onClose }: FeedConfirmationProps) {
  const t = useTranslations('feeds')
  const toast = useToast()
  const explain = useExplain()
  const onError = (error: unknown) => toast({ tone: 'danger', text: explain(error).sentence })
  const renew = useMutation(
    trpc.feeds.renew.mutationOptions({
      onSuccess: ({ path }) => {
        onAddress(path)
        onClose()
      },
      onError,
    }),
  )
  const revoke = useMutation(
    trpc.feeds.revoke.mutationOptions({
      onSuccess: () => {
        toast({ tone: 'success', text: t('revoked') })
        onClose()
      },
      onError,
    }),
  )
  const { mutate, isPending } = what === 'renew' ? renew : revoke
  const actions = (
    <>
      <Button onClick={onClose}>{t('cancel')}</Button>
      <Button
        look={what === 'renew' ? 'primary' : 'danger'}
        onClick={() => mutate({ id: feed.id })}
        isPending={isPending}
      >
        {t(what)}
      </Button>
    </>
  )
  return (
    <Dialog isOpen isAlert onClose={onClose} title={t(`${what}Title`)} actions={actions}>
      <p>{t(`${what}Lead`)}</p>
    </Dialog>
  )
}
