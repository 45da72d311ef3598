import { emailAddress, newPassword, personName } from '@concert/domain/user'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import { z } from 'zod'
import { showInForm, useExplain, useIssueWords } from '../../errors.ts'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { FormError } from '../../ui/form/FormError.tsx'
import { FormTextField } from '../../ui/form/fields.tsx'
import { NewPasswordField } from './NewPasswordField.tsx'
import { enter, signIn } from './sign-in.ts'

const firstAcceptance = z.object({ name: personName, email: emailAddress, password: newPassword })
const knownAcceptance = z.object({ name: z.string(), email: z.string(), password: newPassword })

interface AcceptanceFormProps {
  token: string
  /** The first administrator types name and address too; everyone else has been invited under theirs. */
  isFirst: boolean
  email: string
}

export function AcceptanceForm({ token, isFirst, email }: AcceptanceFormProps) {
  const t = useTranslations('users')
  const explain = useExplain()
  const { mutateAsync: accept } = useMutation(trpc.users.acceptLink.mutationOptions())
  const { control, handleSubmit, setError, formState } = useForm({
    resolver: zodResolver(isFirst ? firstAcceptance : knownAcceptance, { error: useIssueWords() }),
    defaultValues: { name: '', email, password: '' },
  })
  const submit = handleSubmit(async (typed) => {
    try {
      const identity = isFirst ? { name: typed.name, email: typed.email } : {}
      const accepted = await accept({ token, password: typed.password, ...identity })
      const outcome = await signIn(accepted.email, typed.password)
      enter(outcome === 'ok' ? paths.overview : paths.signIn)
    } catch (error) {
      showInForm(explain(error), setError)
    }
  })
  return (
    <form onSubmit={submit} noValidate className="flex max-w-md flex-col gap-5">
      <FormError control={control} />
      {isFirst ? (
        <>
          <FormTextField control={control} name="name" label={t('fields.name')} autoComplete="name" isRequired />
          <FormTextField
            control={control}
            name="email"
            label={t('fields.email')}
            type="email"
            autoComplete="username"
            dir="ltr"
            isRequired
          />
        </>
      ) : (
        // For the browser's password store, which files a password under the address beside it.
        <input type="hidden" name="username" autoComplete="username" value={email} />
      )}
      <NewPasswordField control={control} name="password" />
      <div>
        <Button type="submit" look="primary" isPending={formState.isSubmitting}>
          {t('welcome.submit')}
        </Button>
      </div>
    </form>
  )
}
