import type { MeetingRateFilePreview, RecordedMeetingRates } from '@concert/domain/meeting-rate'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type Control, useFieldArray, useForm, useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import { newKey } from '../../books/new-key.ts'
import { RowRefusals } from '../../books/RowRefusals.tsx'
import { SheetUpload } from '../../books/SheetUpload.tsx'
import { useCurrencyOptions } from '../../books/use-money.ts'
import { showInForm, useExplain, useIssueWords } from '../../errors.ts'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { FormError } from '../../ui/form/FormError.tsx'
import { FormComboBox, FormTextField } from '../../ui/form/fields.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useToast } from '../../ui/Toast.tsx'
import {
  meetingRateForm,
  type ReadMeetingRates,
  type TypedMeetingRates,
  typedMeetingRates,
} from './meeting-rate-form.ts'

type MeetingRatesControl = Control<TypedMeetingRates, unknown, ReadMeetingRates>

/** The whole set of a meeting, typed or filled in from a file; it takes the place of the one before. */
export function MeetingRatesForm({ record }: { record: RecordedMeetingRates }) {
  const t = useTranslations('rates')
  const toast = useToast()
  const explain = useExplain()
  const [preview, setPreview] = useState<MeetingRateFilePreview | null>(null)
  const { mutateAsync: set } = useMutation(trpc.rates.setForMeeting.mutationOptions())
  const { control, handleSubmit, setError, setValue, formState } = useForm<
    TypedMeetingRates,
    unknown,
    ReadMeetingRates
  >({
    resolver: zodResolver(meetingRateForm, { error: useIssueWords() }),
    defaultValues: typedMeetingRates(record.meetingId, record.rates),
  })
  const { fields, append, remove, replace } = useFieldArray({ control, name: 'rates' })
  const fillIn = (file: MeetingRateFilePreview) => {
    setPreview(file)
    if (file.refusedCells === 0) replace(file.rates)
  }
  const submit = handleSubmit(async (rates) => {
    try {
      const { currencies } = await set(rates)
      setPreview(null)
      setValue('idempotencyKey', newKey())
      toast({ tone: 'success', text: t('meetings.saved', { count: currencies }) })
    } catch (error) {
      showInForm(explain(error), setError)
    }
  })
  return (
    <div className="flex flex-col gap-8">
      <form onSubmit={submit} noValidate className="flex flex-col gap-5">
        <FormError control={control} />
        <ol className="flex flex-col gap-4">
          {fields.map((field, index) => (
            <RateRow key={field.id} control={control} index={index} onRemove={() => remove(index)} />
          ))}
        </ol>
        <div className="flex flex-wrap gap-3">
          <Button onClick={() => append({ currency: null, unitsPerUsd: '', source: fields.at(-1)?.source ?? '' })}>
            {t('meetings.add')}
          </Button>
          <Button type="submit" look="primary" isPending={formState.isSubmitting}>
            {t('meetings.save')}
          </Button>
        </div>
      </form>
      <Disclosure title={t('meetings.fileTitle')}>
        <div className="flex flex-col gap-4">
          <SheetUpload<MeetingRateFilePreview>
            path="/api/books/rates/meeting-preview"
            example="meeting-rates.csv"
            columns={t('meetings.fileLead')}
            onPreview={fillIn}
          />
          {preview && preview.refusedCells > 0 && (
            <RowRefusals refusals={preview.refusals} total={preview.refusedCells} />
          )}
          {preview && preview.refusedCells === 0 && (
            <Callout role="status">{t('meetings.filled', { count: preview.rates.length })}</Callout>
          )}
        </div>
      </Disclosure>
    </div>
  )
}

interface RateRowProps {
  control: MeetingRatesControl
  index: number
  onRemove: () => void
}

function RateRow({ control, index, onRemove }: RateRowProps) {
  const t = useTranslations('rates')
  const currencies = useCurrencyOptions().filter(({ id }) => id !== 'USD')
  const currency = useWatch({ control, name: `rates.${index}.currency` })
  return (
    <li className="grid grid-cols-[1fr_auto] items-start gap-3 border-b border-line pb-4 sm:grid-cols-[1fr_1fr_2fr_auto] sm:border-0 sm:pb-0">
      <FormComboBox
        control={control}
        name={`rates.${index}.currency`}
        label={t('currency')}
        options={currencies}
        isRequired
      />
      <div className="col-start-1 sm:col-start-2">
        <FormTextField
          control={control}
          name={`rates.${index}.unitsPerUsd`}
          label={t('units')}
          inputMode="decimal"
          autoComplete="off"
          dir="ltr"
          isRequired
        />
      </div>
      <div className="col-start-1 sm:col-start-3">
        <FormTextField
          control={control}
          name={`rates.${index}.source`}
          label={t('source')}
          maxLength={200}
          isRequired
        />
      </div>
      <div className="col-start-2 row-start-1 pt-6 sm:col-start-4">
        <Button look="quiet" aria-label={t('meetings.remove', { currency: currency ?? '–' })} onClick={onRemove}>
          <Icon name="close" />
        </Button>
      </div>
    </li>
  )
}
