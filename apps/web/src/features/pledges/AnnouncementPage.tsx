import { useSearch } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { BooksNavigation } from '../../books/BooksNavigation.tsx'
import { paths } from '../../paths.ts'
import { Page } from '../../ui/Page.tsx'
import { AnnouncementForm } from './AnnouncementForm.tsx'

export function AnnouncementPage() {
  const t = useTranslations('pledges.form')
  const { donorId } = useSearch({ from: paths.announcePledge })
  return (
    <Page title={t('title')} lead={t('lead')} above={<BooksNavigation />} width="text">
      <AnnouncementForm donorId={donorId ?? null} />
    </Page>
  )
}
