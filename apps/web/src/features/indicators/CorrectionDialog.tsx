import { formatDate } from '@concert/messages/format'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { FormDialog } from '../../books/FormDialog.tsx'
import { newKey } from '../../books/new-key.ts'
import { useReader } from '../../locale.tsx'
import { type Answers, trpc } from '../../trpc.ts'
import { FormNumberField, FormTextArea, FormTextField } from '../../ui/form/fields.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { correctionForm } from './indicator-form.ts'
import { useValueWords } from './use-indicator-words.ts'

type IndicatorPage = Answers['indicators']['get']

interface CorrectionDialogProps {
  indicator: IndicatorPage['indicator']
  observation: IndicatorPage['observations'][number]
  onClose: () => void
}

/** A new observation in the place of one that was wrong, with the reason. */
export function CorrectionDialog({ indicator, observation, onClose }: CorrectionDialogProps) {
  const t = useTranslations('indicators')
  const reader = useReader()
  const toast = useToast()
  const write = useValueWords(indicator.unit)
  const [idempotencyKey] = useState(newKey)
  const { mutateAsync: correct } = useMutation(trpc.indicators.correct.mutationOptions())
  const { id, observedOn, value, source, url } = observation
  return (
    <FormDialog
      title={t('correctRow', { date: formatDate(reader, observedOn, 'short') })}
      lead={t('correctLead', { value: write(value) })}
      submit={t('correctSubmit')}
      schema={correctionForm}
      begin={{ value, source, url: url ?? '', reason: '' }}
      send={async (known) => {
        await correct({ id, ...known, idempotencyKey })
        toast({ tone: 'success', text: t('corrected') })
      }}
      onClose={onClose}
    >
      {({ control }) => (
        <>
          <FormNumberField
            control={control}
            name="value"
            label={t('value')}
            description={t(`units.${indicator.unit}`)}
            isRequired
          />
          <FormTextField control={control} name="source" label={t('source')} maxLength={300} isRequired />
          <FormTextField control={control} name="url" label={t('url')} description={t('urlLead')} dir="ltr" />
          <FormTextArea control={control} name="reason" label={t('reason')} rows={2} maxLength={500} isRequired />
        </>
      )}
    </FormDialog>
  )
}
