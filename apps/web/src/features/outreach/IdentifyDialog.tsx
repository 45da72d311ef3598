import { agencyClasses, codeKey } from '@concert/domain/codelists'
import { entityIdentification } from '@concert/domain/outreach'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { FormDialog } from '../../books/FormDialog.tsx'
import { newKey } from '../../books/new-key.ts'
import { useAgencyOptions } from '../../coordination/use-agency-options.ts'
import { trpc } from '../../trpc.ts'
import { FormSelect, FormTextField } from '../../ui/form/fields.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { NextStepFields } from './NextStepFields.tsx'

/** An entity that could join, known by its name and a mailbox of its function. */
export function IdentifyDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('outreach')
  const tCodes = useTranslations('codes')
  const toast = useToast()
  const agencies = useAgencyOptions()
  const identify = useMutation(trpc.outreach.identify.mutationOptions())
  const [idempotencyKey] = useState(newKey)
  return (
    <FormDialog
      title={t('identify.open')}
      lead={t('identify.lead')}
      submit={t('identify.submit')}
      schema={entityIdentification}
      begin={{
        name: '',
        mailbox: '',
        note: '',
        nextStep: '',
        nextStepAgencyId: null,
        nextStepDueOn: null,
        idempotencyKey,
      }}
      send={async (known) => {
        await identify.mutateAsync(known)
        toast({ tone: 'success', text: t('saved') })
      }}
      onClose={onClose}
    >
      {({ control }) => (
        <>
          <FormTextField control={control} name="name" label={t('field.name')} maxLength={200} isRequired />
          <FormSelect
            control={control}
            name="class"
            label={t('field.class')}
            options={agencyClasses.map((id) => ({ id, name: tCodes(codeKey('agencyClasses', id)) }))}
            isRequired
          />
          <FormTextField
            control={control}
            name="mailbox"
            label={t('field.mailbox')}
            description={t('field.mailboxLead')}
            inputMode="email"
            autoComplete="off"
            dir="ltr"
            maxLength={120}
          />
          <NextStepFields control={control} agencies={agencies} />
        </>
      )}
    </FormDialog>
  )
}
