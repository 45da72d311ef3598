import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import { useCurrencyOptions } from '../../books/use-money.ts'
import { showInForm, useExplain, useIssueWords } from '../../errors.ts'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FormError } from '../../ui/form/FormError.tsx'
import { FormComboBox, FormDateField, FormTextArea, FormTextField } from '../../ui/form/fields.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { emptyRate, type RecordedRate, rateForm, type TypedRate } from './rate-form.ts'

const formId = 'rate'

/** One rate as it was published. One that jumps, or is exactly 1, is looked at twice. */
export function RateDialog({ currency, onClose }: { currency: string | null; onClose: () => void }) {
  const t = useTranslations('rates')
  const toast = useToast()
  const explain = useExplain()
  const [flagged, setFlagged] = useState<string | null>(null)
  const currencies = useCurrencyOptions().filter(({ id }) => id !== 'USD')
  const { mutateAsync: record } = useMutation(trpc.rates.record.mutationOptions())
  const { control, handleSubmit, setError, formState } = useForm<TypedRate, unknown, RecordedRate>({
    resolver: zodResolver(rateForm, { error: useIssueWords() }),
    defaultValues: emptyRate(currency, t('usualSource')),
  })
  const submit = handleSubmit(async (rate) => {
    try {
      await record(rate)
      toast({ tone: 'success', text: t('recorded', { currency: rate.currency }) })
      onClose()
    } catch (error) {
      const explained = explain(error)
      if (explained.field === 'flagReason') setFlagged(explained.sentence)
      else showInForm(explained, setError)
    }
  })
  const actions = (
    <>
      <Button onClick={onClose}>{t('cancel')}</Button>
      <Button type="submit" form={formId} look="primary" isPending={formState.isSubmitting}>
        {t('record')}
      </Button>
    </>
  )
  return (
    <Dialog isOpen isAlert onClose={onClose} title={t('record')} actions={actions}>
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-5">
        <p className="text-ink-soft">{t('recordLead')}</p>
        <FormError control={control} />
        <FormComboBox control={control} name="currency" label={t('currency')} options={currencies} isRequired />
        <FormDateField control={control} name="on" label={t('on')} isRequired />
        <FormTextField
          control={control}
          name="unitsPerUsd"
          label={t('units')}
          description={t('unitsLead')}
          inputMode="decimal"
          autoComplete="off"
          dir="ltr"
          isRequired
        />
        <FormTextField control={control} name="source" label={t('source')} maxLength={200} isRequired />
        {flagged && (
          <>
            <Callout tone="warning" role="alert">
              {flagged}
            </Callout>
            <FormTextArea
              control={control}
              name="flagReason"
              label={t('flagReason')}
              description={t('flagReasonLead')}
              rows={2}
              maxLength={500}
              isRequired
            />
          </>
        )}
      </form>
    </Dialog>
  )
}
