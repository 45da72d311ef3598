import { zodResolver } from '@hookform/resolvers/zod'
import { useSearch } from '@tanstack/react-router'
import { useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import { z } from 'zod'
import { useIssueWords } from '../../errors.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/Button.tsx'
import { FormError } from '../../ui/form/FormError.tsx'
import { FormTextField } from '../../ui/form/fields.tsx'
import { Page } from '../../ui/Page.tsx'
import { enter, signIn } from './sign-in.ts'

const credentials = z.object({ email: z.string().trim().min(1), password: z.string().min(1) })

export function SignInPage() {
  const t = useTranslations('users')
  const { next } = useSearch({ from: paths.signIn })
  const { control, handleSubmit, setError, formState } = useForm({
    resolver: zodResolver(credentials, { error: useIssueWords() }),
    defaultValues: { email: '', password: '' },
  })
  const submit = handleSubmit(async ({ email, password }) => {
    const outcome = await signIn(email, password)
    if (outcome === 'ok') enter(next ?? paths.overview)
    else setError('root', { type: 'server', message: t(`signIn.${outcome}`) })
  })
  return (
    <Page title={t('signIn.title')} lead={t('signIn.lead')} width="text">
      <form onSubmit={submit} noValidate className="flex max-w-md flex-col gap-5">
        <FormError control={control} />
        <FormTextField
          control={control}
          name="email"
          label={t('fields.email')}
          type="email"
          autoComplete="username"
          dir="ltr"
          isRequired
        />
        <FormTextField
          control={control}
          name="password"
          label={t('fields.password')}
          type="password"
          autoComplete="current-password"
          dir="ltr"
          isRequired
        />
        <div>
          <Button type="submit" look="primary" isPending={formState.isSubmitting}>
            {t('signIn.submit')}
          </Button>
        </div>
        <p className="text-ink-soft">{t('signIn.forgotten')}</p>
      </form>
    </Page>
  )
}
