import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { ButtonLink } from '../../layout/links.ts'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { Callout } from '../../ui/Callout.tsx'
import { Page } from '../../ui/Page.tsx'
import { DigestForm } from './DigestForm.tsx'

/** Where a person switches their digest on and off; every digest links to it. */
export function DigestPage() {
  const t = useTranslations('digests')
  const { data: digest } = useSuspenseQuery(trpc.digests.own.queryOptions())
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      width="text"
      actions={<ButtonLink to={paths.my}>{t('mail.open')}</ButtonLink>}
    >
      <div className="flex flex-col gap-8">
        {!digest.isMailSetUp && (
          <Callout tone="warning" title={t('noMailTitle')}>
            {t('noMail')}
          </Callout>
        )}
        <p>{t('safety')}</p>
        <DigestForm digest={digest} />
      </div>
    </Page>
  )
}
