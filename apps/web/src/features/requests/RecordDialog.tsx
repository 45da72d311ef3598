import { activityKinds, codeKey, pillars } from '@concert/domain/codelists'
import { locales } from '@concert/domain/locales'
import { personalWordsIn, requestChannels } from '@concert/domain/request'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import type { z } from 'zod'
import { FormDialog } from '../../books/FormDialog.tsx'
import { PlaceField } from '../../books/PlaceField.tsx'
import { ownNames, useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import {
  FormCheckboxGroup,
  FormDateField,
  FormMultiSelect,
  FormSelect,
  FormTextArea,
  FormTextField,
} from '../../ui/form/fields.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { beginRecord, recordForm, type TypedRecord } from './request-forms.ts'

/** A coordinator writes down what a State asked for. */
export function RecordDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('requests')
  const toast = useToast()
  const navigate = useNavigate()
  const reader = useReader()
  const { mutateAsync: record } = useMutation(trpc.requests.record.mutationOptions())
  return (
    <FormDialog
      title={t('record')}
      lead={t('form.lead')}
      submit={t('form.submit')}
      size="wide"
      schema={recordForm}
      begin={beginRecord(reader)}
      send={async (known) => {
        const { reference } = await record(known)
        toast({ tone: 'success', text: t('recorded') })
        void navigate({ to: paths.request, params: { reference } })
      }}
      onClose={onClose}
    >
      {(form) => <RecordFields form={form} />}
    </FormDialog>
  )
}

function RecordFields({ form }: { form: UseFormReturn<TypedRecord, unknown, z.output<typeof recordForm>> }) {
  const t = useTranslations('requests')
  const tCodes = useTranslations('codes')
  const { control } = form
  const [subject, text] = useWatch({ control, name: ['subject', 'text'] })
  const words = personalWordsIn([subject, text])
  return (
    <>
      <PlaceField
        control={control}
        name="placeCode"
        label={t('form.state')}
        description={t('form.stateLead')}
        isRequired
      />
      <FormDateField control={control} name="receivedOn" label={t('fact.received')} isRequired />
      <FormSelect
        control={control}
        name="channel"
        label={t('fact.channel')}
        options={requestChannels.map((id) => ({ id, name: t(`channels.${id}`) }))}
        isRequired
      />
      <FormSelect
        control={control}
        name="language"
        label={t('fact.language')}
        options={locales.map((id) => ({ id, name: ownNames[id] }))}
        isRequired
      />
      <FormTextField control={control} name="subject" label={t('fact.subject')} maxLength={300} isRequired />
      <FormTextArea control={control} name="text" label={t('fact.text')} rows={5} maxLength={10_000} />
      {words !== undefined && (
        <FormTextArea
          control={control}
          name="guardReason"
          label={t('form.guard')}
          description={t('form.guardLead', { words })}
          rows={2}
          maxLength={500}
          isRequired
        />
      )}
      <FormCheckboxGroup
        control={control}
        name="pillars"
        label={t('fact.pillars')}
        options={pillars.map((id) => ({ id, name: tCodes(codeKey('pillars', id)) }))}
      />
      <FormMultiSelect
        control={control}
        name="kinds"
        label={t('fact.kinds')}
        options={activityKinds.map((id) => ({ id, name: tCodes(codeKey('activityKinds', id)) }))}
      />
    </>
  )
}
