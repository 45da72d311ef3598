import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl/react'
import { useExplain } from '../errors.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorMessage } from '../ui/ErrorMessage.tsx'
import { Page } from '../ui/Page.tsx'

/** A page that could not be shown, and why. */
export function ErrorPage({ error, reset }: { error: unknown; reset: () => void }) {
  const t = useTranslations('shell')
  const queries = useQueryErrorResetBoundary()
  const { sentence, reference } = useExplain()(error)
  useEffect(() => queries.reset(), [queries])
  return (
    <Page title={t('errorTitle')} width="text">
      <ErrorMessage
        reference={reference}
        action={
          <Button onClick={reset} size="small">
            {t('tryAgain')}
          </Button>
        }
      >
        {sentence}
      </ErrorMessage>
    </Page>
  )
}
