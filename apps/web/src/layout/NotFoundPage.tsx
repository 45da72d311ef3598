import { useTranslations } from 'use-intl/react'
import { paths } from '../paths.ts'
import { Page } from '../ui/Page.tsx'
import { ButtonLink } from './links.ts'

export function NotFoundPage() {
  const t = useTranslations('shell')
  return (
    <Page title={t('notFoundTitle')} lead={t('notFoundLead')} width="text">
      <div>
        <ButtonLink to={paths.overview} look="primary">
          {t('toOverview')}
        </ButtonLink>
      </div>
    </Page>
  )
}
