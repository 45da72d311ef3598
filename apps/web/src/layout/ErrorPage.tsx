import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl/react'
import { useExplain } from '../errors.ts'
import { paths } from '../paths.ts'
import { isServerError } from '../trpc.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorMessage } from '../ui/ErrorMessage.tsx'
import { Page } from '../ui/Page.tsx'
import { ButtonLink } from './links.ts'

/** A page that could not be shown, and why. */
export function ErrorPage({ error, reset }: { error: unknown; reset: () => void }) {
  const t = useTranslations('shell')
  const queries = useQueryErrorResetBoundary()
  const { sentence, reference } = useExplain()(error)
  const mustSignIn = isServerError(error) && error.data?.concert?.code === 'errors.sign_in_first'
  useEffect(() => queries.reset(), [queries])
  return (
    <Page title={t('errorTitle')} width="text">
      <ErrorMessage
        reference={reference}
        action={
          mustSignIn ? (
            <ButtonLink to={paths.signIn} search={{ next: location.pathname + location.search }} size="small">
              {t('signIn')}
            </ButtonLink>
          ) : (
            <Button onClick={reset} size="small">
              {t('tryAgain')}
            </Button>
          )
        }
      >
        {sentence}
      </ErrorMessage>
    </Page>
  )
}
