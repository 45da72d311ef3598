import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { useExplain } from '../../errors.ts'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorMessage } from '../../ui/ErrorMessage.tsx'
import { useToast } from '../../ui/Toast.tsx'
import type { Person } from './PeoplePage.tsx'

export function DeactivationDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useTranslations('users')
  const toast = useToast()
  const explain = useExplain()
  const { mutate, isPending, error } = useMutation(
    trpc.users.deactivate.mutationOptions({
      onSuccess: () => {
        toast({ tone: 'success', text: t('admin.deactivated', { name: person.name }) })
        onClose()
      },
    }),
  )
  const actions = (
    <>
      <Button onClick={onClose}>{t('admin.cancel')}</Button>
      <Button look="danger" onClick={() => mutate({ userId: person.id })} isPending={isPending}>
        {t('admin.deactivate')}
      </Button>
    </>
  )
  return (
    <Dialog
      isOpen
      isAlert
      onClose={onClose}
      title={t('admin.deactivateTitle', { name: person.name })}
      actions={actions}
    >
      <div className="flex flex-col gap-4">
        {error && <ErrorMessage>{explain(error).sentence}</ErrorMessage>}
        <p>{t('admin.deactivateLead')}</p>
      </div>
    </Dialog>
  )
}
