import { passwordChange } from '@concert/domain/user'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import { showInForm, useExplain, useIssueWords } from '../../errors.ts'
import { paths } from '../../paths.ts'
import { queryClient, trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { FormError } from '../../ui/form/FormError.tsx'
import { FormTextField } from '../../ui/form/fields.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { NewPasswordField } from './NewPasswordField.tsx'
import { enter, signIn } from './sign-in.ts'

/** Changing the password ends every session; this page opens a new one for itself at once. */
export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations('users')
  const toast = useToast()
  const explain = useExplain()
  const { mutateAsync: change } = useMutation(trpc.users.changePassword.mutationOptions())
  const { control, handleSubmit, setError, reset, formState } = useForm({
    resolver: zodResolver(passwordChange, { error: useIssueWords() }),
    defaultValues: { current: '', password: '' },
  })
  const submit = handleSubmit(async (typed) => {
    try {
      await change(typed)
    } catch (error) {
      showInForm(explain(error), setError)
      return
    }
    if ((await signIn(email, typed.password)) !== 'ok') {
      enter(paths.signIn)
      return
    }
    await queryClient.invalidateQueries()
    reset()
    toast({ tone: 'success', text: t('account.passwordChanged') })
  })
  return (
    <form onSubmit={submit} noValidate className="flex max-w-md flex-col gap-5">
      <FormError control={control} />
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <FormTextField
        control={control}
        name="current"
        label={t('fields.currentPassword')}
        type="password"
        autoComplete="current-password"
        dir="ltr"
        isRequired
      />
      <NewPasswordField control={control} name="password" />
      <div>
        <Button type="submit" isPending={formState.isSubmitting}>
          {t('account.changePassword')}
        </Button>
      </div>
    </form>
  )
}
