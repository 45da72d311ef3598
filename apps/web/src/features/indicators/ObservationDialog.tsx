import { today } from '@concert/domain/calendar-date'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { FormDialog } from '../../books/FormDialog.tsx'
import { newKey } from '../../books/new-key.ts'
import { PlaceField } from '../../books/PlaceField.tsx'
import { type Answers, trpc } from '../../trpc.ts'
import { FormDateField, FormNumberField, FormSelect, FormTextField } from '../../ui/form/fields.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { observationForm } from './indicator-form.ts'

interface ObservationDialogProps {
  page: Answers['indicators']['get']
  onClose: () => void
}

/** What a source says of an indicator on a day. */
export function ObservationDialog({ page: { indicator, definitions }, onClose }: ObservationDialogProps) {
  const t = useTranslations('indicators')
  const toast = useToast()
  const [idempotencyKey] = useState(newKey)
  const { mutateAsync: record } = useMutation(trpc.indicators.record.mutationOptions())
  const newest = String(definitions.at(-1)?.version ?? 1)
  return (
    <FormDialog
      title={t('record')}
      lead={t('recordLead')}
      submit={t('submit')}
      schema={observationForm}
      begin={{ observedOn: today(), value: null, place: null, definition: newest, source: '', url: '' }}
      send={async (known) => {
        await record({ indicator: indicator.slug, ...known, idempotencyKey })
        toast({ tone: 'success', text: t('recorded') })
      }}
      onClose={onClose}
    >
      {({ control }) => (
        <>
          <FormDateField control={control} name="observedOn" label={t('date')} isRequired />
          <FormNumberField
            control={control}
            name="value"
            label={t('value')}
            description={t(`units.${indicator.unit}`)}
            isRequired
          />
          <FormSelect
            control={control}
            name="definition"
            label={t('definition')}
            options={definitions.map(({ version }) => ({
              id: String(version),
              name: t('definitionNumber', { version }),
            }))}
            isRequired
          />
          <PlaceField control={control} name="place" label={t('place')} description={t('placeLead')} />
          <FormTextField control={control} name="source" label={t('source')} maxLength={300} isRequired />
          <FormTextField control={control} name="url" label={t('url')} description={t('urlLead')} dir="ltr" />
        </>
      )}
    </FormDialog>
  )
}
