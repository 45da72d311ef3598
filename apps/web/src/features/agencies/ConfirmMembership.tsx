import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { useExplain } from '../../errors.ts'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { useToast } from '../../ui/Toast.tsx'

/** A coordinator's button that shows an unverified membership to everyone. */
export function ConfirmMembership({ id, agency, role }: { id: string; agency: string; role: string }) {
  const t = useTranslations('agencies')
  const toast = useToast()
  const explain = useExplain()
  const confirm = useMutation(
    trpc.agencies.confirmMembership.mutationOptions({
      onSuccess: () => toast({ tone: 'success', text: t('confirmed') }),
      onError: (error) => toast({ tone: 'danger', text: explain(error).sentence }),
    }),
  )
  return (
    <Button
      size="small"
      isPending={confirm.isPending}
      onClick={() => confirm.mutate({ id })}
      aria-label={t('confirmRow', { agency, role })}
    >
      {t('confirm')}
    </Button>
  )
}
