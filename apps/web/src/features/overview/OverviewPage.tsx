import { useTranslations } from 'use-intl/react'
import { Page } from '../../ui/Page.tsx'

export function OverviewPage() {
  const t = useTranslations('shell')
  return (
    <Page title={t('pages.overview')} lead={t('tagline')}>
      <div />
    </Page>
  )
}
