import { useSearch } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { BooksNavigation } from '../../books/BooksNavigation.tsx'
import { paths } from '../../paths.ts'
import { Page } from '../../ui/Page.tsx'
import { PaymentForm } from './PaymentForm.tsx'

export function RecordPaymentPage() {
  const t = useTranslations('payments.form')
  const { donorId } = useSearch({ from: paths.recordPayment })
  return (
    <Page title={t('title')} lead={t('lead')} above={<BooksNavigation />} width="text">
      <PaymentForm donorId={donorId ?? null} />
    </Page>
  )
}
