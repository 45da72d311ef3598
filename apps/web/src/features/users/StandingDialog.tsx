import { standing } from '@concert/domain/user'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import type { z } from 'zod'
import { showInForm, useExplain, useIssueWords } from '../../errors.ts'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FormError } from '../../ui/form/FormError.tsx'
import { useToast } from '../../ui/Toast.tsx'
import type { Person } from './PeoplePage.tsx'
import { StandingFields } from './StandingFields.tsx'

const formId = 'standing'

/** Roles and agency of one person. */
export function StandingDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useTranslations('users')
  const toast = useToast()
  const explain = useExplain()
  const { mutateAsync: changeStanding } = useMutation(trpc.users.changeStanding.mutationOptions())
  const { control, handleSubmit, setError, formState } = useForm<
    z.input<typeof standing>,
    unknown,
    z.output<typeof standing>
  >({
    resolver: zodResolver(standing, { error: useIssueWords() }),
    defaultValues: { userId: person.id, agencyId: person.agencyId, roles: [...person.roles] },
  })
  const submit = handleSubmit(async (typed) => {
    try {
      await changeStanding(typed)
      toast({ tone: 'success', text: t('admin.saved', { name: person.name }) })
      onClose()
    } catch (error) {
      showInForm(explain(error), setError)
    }
  })
  const actions = (
    <>
      <Button onClick={onClose}>{t('admin.cancel')}</Button>
      <Button type="submit" form={formId} look="primary" isPending={formState.isSubmitting}>
        {t('admin.save')}
      </Button>
    </>
  )
  return (
    <Dialog isOpen isAlert onClose={onClose} title={t('admin.editTitle', { name: person.name })} actions={actions}>
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-5">
        <FormError control={control} />
        <StandingFields control={control} />
      </form>
    </Dialog>
  )
}
