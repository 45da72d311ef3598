import { type Locale, locales } from '@concert/domain/locales'
import { profile } from '@concert/domain/user'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import { showInForm, useExplain, useIssueWords } from '../../errors.ts'
import { ownNames } from '../../locale.tsx'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { FormError } from '../../ui/form/FormError.tsx'
import { FormSelect, FormTextField } from '../../ui/form/fields.tsx'
import { useToast } from '../../ui/Toast.tsx'

const languageOptions = locales.map((locale) => ({ id: locale, name: ownNames[locale] }))

export function ProfileForm({ user }: { user: { name: string; locale: Locale } }) {
  const t = useTranslations('users')
  const toast = useToast()
  const explain = useExplain()
  const { mutateAsync: change } = useMutation(trpc.users.changeProfile.mutationOptions())
  const { control, handleSubmit, setError, formState } = useForm({
    resolver: zodResolver(profile, { error: useIssueWords() }),
    defaultValues: { name: user.name, locale: user.locale },
  })
  const submit = handleSubmit(async (typed) => {
    try {
      await change(typed)
      toast({ tone: 'success', text: t('account.saved') })
    } catch (error) {
      showInForm(explain(error), setError)
    }
  })
  return (
    <form onSubmit={submit} noValidate className="flex max-w-md flex-col gap-5">
      <FormError control={control} />
      <FormTextField control={control} name="name" label={t('fields.name')} autoComplete="name" isRequired />
      <FormSelect control={control} name="locale" label={t('fields.language')} options={languageOptions} />
      <div>
        <Button type="submit" isPending={formState.isSubmitting}>
          {t('account.save')}
        </Button>
      </div>
    </form>
  )
}
