import { today } from '@concert/domain/calendar-date'
import { formatDate } from '@concert/messages/format'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { FormDialog } from '../../books/FormDialog.tsx'
import { useExplain } from '../../errors.ts'
import { useReader } from '../../locale.tsx'
import { useHasRole } from '../../roles.ts'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { FormDateField, FormTextField } from '../../ui/form/fields.tsx'
import { Section } from '../../ui/Section.tsx'
import { useToast } from '../../ui/Toast.tsx'
import type { OneRequest } from './RequestPage.tsx'
import { consentForm } from './request-forms.ts'

/** Whether the State agreed to be named in public; a coordinator records it and its end. */
export function Consent({ page: { request, consents } }: { page: OneRequest }) {
  const t = useTranslations('requests.consent')
  const reader = useReader()
  const toast = useToast()
  const explain = useExplain()
  const isCoordinator = useHasRole('coordinator')
  const [isRecording, setRecording] = useState(false)
  const { reference } = request
  const withdraw = useMutation(
    trpc.requests.withdrawConsent.mutationOptions({
      onError: (error) => toast({ tone: 'danger', text: explain(error).sentence }),
    }),
  )
  const standing = consents.find(({ withdrawnOn }) => withdrawnOn === null)
  const action = standing ? (
    <Button isPending={withdraw.isPending} onClick={() => withdraw.mutate({ reference })}>
      {t('withdraw')}
    </Button>
  ) : (
    <Button onClick={() => setRecording(true)}>{t('record')}</Button>
  )
  return (
    <Section title={t('title')} actions={isCoordinator && action}>
      <p>
        {standing
          ? t('stands', { date: formatDate(reader, standing.givenOn), how: standing.how, document: standing.document })
          : t('none')}
      </p>
      <ul className="text-sm text-ink-soft">
        {consents.map(
          ({ givenOn, withdrawnOn, document }) =>
            withdrawnOn !== null && (
              <li key={`${givenOn} ${withdrawnOn} ${document}`}>
                {t('ended', { from: formatDate(reader, givenOn), until: formatDate(reader, withdrawnOn), document })}
              </li>
            ),
        )}
      </ul>
      {isRecording && <ConsentDialog reference={reference} onClose={() => setRecording(false)} />}
    </Section>
  )
}

function ConsentDialog({ reference, onClose }: { reference: string; onClose: () => void }) {
  const t = useTranslations('requests')
  const toast = useToast()
  const { mutateAsync: record } = useMutation(trpc.requests.recordConsent.mutationOptions())
  return (
    <FormDialog
      title={t('consent.record')}
      lead={t('consent.recordLead')}
      submit={t('form.submit')}
      schema={consentForm}
      begin={{ givenOn: today(), how: '', document: '' }}
      send={async (known) => {
        await record({ reference, ...known })
        toast({ tone: 'success', text: t('saved') })
      }}
      onClose={onClose}
    >
      {({ control }) => (
        <>
          <FormDateField control={control} name="givenOn" label={t('consent.on')} isRequired />
          <FormTextField control={control} name="how" label={t('consent.how')} maxLength={300} isRequired />
          <FormTextField control={control} name="document" label={t('consent.document')} maxLength={200} isRequired />
        </>
      )}
    </FormDialog>
  )
}
