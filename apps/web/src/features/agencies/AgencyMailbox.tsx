import { agencyMailboxSetting } from '@concert/domain/functional-mailbox'
import { formatInstant } from '@concert/messages/format'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { FormDialog } from '../../books/FormDialog.tsx'
import { newKey } from '../../books/new-key.ts'
import { useReader } from '../../locale.tsx'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { FormTextField } from '../../ui/form/fields.tsx'
import { Section } from '../../ui/Section.tsx'
import { useToast } from '../../ui/Toast.tsx'

/** Where other agencies write to this one; for the group, so that visitors see nothing here. */
export function AgencyMailbox({ slug }: { slug: string }) {
  const t = useTranslations('agencies.mailbox')
  const reader = useReader()
  const { data: me } = useQuery(trpc.session.me.queryOptions())
  const isSignedIn = me?.actor.kind === 'person'
  const { data } = useQuery({ ...trpc.agencies.mailbox.queryOptions({ slug }), enabled: isSignedIn })
  const [isOpen, setOpen] = useState(false)
  if (!isSignedIn || !data) return null
  const { mailbox, mayKeep, agencyId } = data
  return (
    <Section
      title={t('title')}
      lead={t('lead')}
      actions={mayKeep && <Button onClick={() => setOpen(true)}>{t('edit')}</Button>}
    >
      {mailbox?.address ? (
        <p>
          <a className="link" href={`mailto:${mailbox.address}`} dir="ltr">
            {mailbox.address}
          </a>
        </p>
      ) : (
        <p className="text-ink-soft">{t('none')}</p>
      )}
      {mailbox && (
        <p className="text-sm text-ink-soft">
          {t('saved', { at: formatInstant(reader, mailbox.savedAt), name: mailbox.savedByName })}
        </p>
      )}
      {isOpen && <MailboxDialog agencyId={agencyId} address={mailbox?.address ?? ''} onClose={() => setOpen(false)} />}
    </Section>
  )
}

function MailboxDialog({ agencyId, address, onClose }: { agencyId: string; address: string; onClose: () => void }) {
  const t = useTranslations('agencies.mailbox')
  const toast = useToast()
  const [idempotencyKey] = useState(newKey)
  const save = useMutation(trpc.agencies.saveMailbox.mutationOptions())
  return (
    <FormDialog
      title={t('edit')}
      lead={t('lead')}
      submit={t('save')}
      schema={agencyMailboxSetting}
      begin={{ agencyId, address, idempotencyKey }}
      send={async (known) => {
        await save.mutateAsync(known)
        toast({ tone: 'success', text: t('done') })
      }}
      onClose={onClose}
    >
      {({ control }) => (
        <FormTextField control={control} name="address" label={t('label')} description={t('hint')} type="email" />
      )}
    </FormDialog>
  )
}
