import { useSearch } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { BooksNavigation } from '../../books/BooksNavigation.tsx'
import { paths } from '../../paths.ts'
import { Page } from '../../ui/Page.tsx'
import { ProposalForm } from './ProposalForm.tsx'

export function ProposalPage() {
  const t = useTranslations('grants.form')
  const { callId } = useSearch({ from: paths.proposeGrant })
  return (
    <Page title={t('title')} lead={t('lead')} above={<BooksNavigation />} width="text">
      <ProposalForm callId={callId ?? null} />
    </Page>
  )
}
