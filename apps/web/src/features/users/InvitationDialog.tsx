import { locales } from '@concert/domain/locales'
import { invitation } from '@concert/domain/user'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import type { z } from 'zod'
import { showInForm, useExplain, useIssueWords } from '../../errors.ts'
import { ownNames, useReader } from '../../locale.tsx'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FormError } from '../../ui/form/FormError.tsx'
import { FormSelect, FormTextField } from '../../ui/form/fields.tsx'
import type { MadeLink } from './OneTimeLinkDialog.tsx'
import { StandingFields } from './StandingFields.tsx'

const languageOptions = locales.map((locale) => ({ id: locale, name: ownNames[locale] }))
const formId = 'invitation'

export function InvitationDialog({ onClose, onLink }: { onClose: () => void; onLink: (link: MadeLink) => void }) {
  const t = useTranslations('users')
  const explain = useExplain()
  const reader = useReader()
  const { mutateAsync: invite } = useMutation(trpc.users.invite.mutationOptions())
  const { control, handleSubmit, setError, formState } = useForm<
    z.input<typeof invitation>,
    unknown,
    z.output<typeof invitation>
  >({
    resolver: zodResolver(invitation, { error: useIssueWords() }),
    defaultValues: { name: '', email: '', agencyId: null, roles: [], locale: reader },
  })
  const submit = handleSubmit(async (typed) => {
    try {
      const made = await invite(typed)
      onLink({ ...made, name: typed.name, email: typed.email })
      onClose()
    } catch (error) {
      showInForm(explain(error), setError)
    }
  })
  const actions = (
    <>
      <Button onClick={onClose}>{t('admin.cancel')}</Button>
      <Button type="submit" form={formId} look="primary" isPending={formState.isSubmitting}>
        {t('admin.sendInvitation')}
      </Button>
    </>
  )
  return (
    <Dialog isOpen isAlert onClose={onClose} title={t('admin.invite')} actions={actions}>
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-5">
        <p className="text-ink-soft">{t('admin.inviteLead')}</p>
        <FormError control={control} />
        <FormTextField control={control} name="name" label={t('fields.name')} isRequired />
        <FormTextField control={control} name="email" label={t('fields.email')} type="email" dir="ltr" isRequired />
        <StandingFields control={control} />
        <FormSelect control={control} name="locale" label={t('fields.language')} options={languageOptions} />
      </form>
    </Dialog>
  )
}
