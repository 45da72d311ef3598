import { useNavigate } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { BooksNavigation } from '../../books/BooksNavigation.tsx'
import { RegistrationForm } from '../../books/RegistrationForm.tsx'
import { paths } from '../../paths.ts'
import { Page } from '../../ui/Page.tsx'
import { useToast } from '../../ui/Toast.tsx'

export function RegistrationPage() {
  const t = useTranslations('donors')
  const toast = useToast()
  const navigate = useNavigate()
  const open = (id: string) => {
    toast({ tone: 'success', text: t('registered') })
    void navigate({ to: paths.bookedDonor, params: { id } })
  }
  return (
    <Page title={t('registerTitle')} lead={t('registerLead')} above={<BooksNavigation />} width="text">
      <RegistrationForm onRegistered={open} onCancel={() => void navigate({ to: paths.bookedDonors })} />
    </Page>
  )
}
