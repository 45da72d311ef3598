import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { MailboxForm } from '../../books/MailboxForm.tsx'
import { newKey } from '../../books/new-key.ts'
import { trpc } from '../../trpc.ts'
import { Section } from '../../ui/Section.tsx'

/** Where this donor's function reads its letters, if that is known. */
export function DonorMailbox({ id }: { id: string }) {
  const t = useTranslations('letters.mailbox')
  const { data } = useSuspenseQuery(trpc.letters.donorMailbox.queryOptions({ donorId: id }))
  const { mutateAsync: set } = useMutation(trpc.letters.setDonorMailbox.mutationOptions())
  return (
    <Section title={t('donorTitle')} lead={t('donorLead')}>
      <MailboxForm
        key={data.address}
        label={t('donorLabel')}
        address={data.address}
        save={(address) => set({ donorId: id, address, idempotencyKey: newKey() })}
      />
    </Section>
  )
}
