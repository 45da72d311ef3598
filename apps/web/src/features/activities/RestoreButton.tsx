import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { useExplain } from '../../errors.ts'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { useToast } from '../../ui/Toast.tsx'

interface RestoreButtonProps {
  activity: { reference: string; version: number }
  version: number
}

/** Makes an earlier version the newest again. Nothing is lost by it, so it asks nothing. */
export function RestoreButton({ activity: { reference, version: expectedVersion }, version }: RestoreButtonProps) {
  const t = useTranslations('activities.restore')
  const toast = useToast()
  const explain = useExplain()
  const restore = useMutation(
    trpc.activities.restore.mutationOptions({
      onSuccess: ({ outcome }) => {
        if (outcome === 'saved') toast({ tone: 'success', text: t('done', { version }) })
        else toast({ tone: 'danger', text: outcome === 'stopped' ? t('stopped', { version }) : t('meanwhile') })
      },
      onError: (error) => toast({ tone: 'danger', text: explain(error).sentence }),
    }),
  )
  return (
    <Button
      size="small"
      isPending={restore.isPending}
      onClick={() => restore.mutate({ reference, version, expectedVersion })}
    >
      {t('action')}
    </Button>
  )
}
