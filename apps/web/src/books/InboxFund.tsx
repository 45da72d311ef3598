import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { ButtonLink } from '../layout/links.ts'
import { paths } from '../paths.ts'
import { trpc } from '../trpc.ts'
import { Callout } from '../ui/Callout.tsx'
import { DueSection } from './DueSection.tsx'

/** What of the fund waits for a fund manager: second signatures, and what falls due. */
export function InboxFund() {
  const t = useTranslations('signatures')
  const { data: waiting } = useSuspenseQuery(trpc.signatures.waiting.queryOptions())
  return (
    <>
      {waiting > 0 && (
        <Callout tone="warning" title={t('waitingForYou', { count: waiting })}>
          <ButtonLink size="small" to={paths.signatures}>
            {t('openAll')}
          </ButtonLink>
        </Callout>
      )}
      <DueSection />
    </>
  )
}
