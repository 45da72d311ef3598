import type { PaymentRecord } from '@concert/domain/payment'
import { zodResolver } from '@hookform/resolvers/zod'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type Control, type UseFormSetValue, useForm, useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import { DonorField } from '../../books/DonorField.tsx'
import { amountSoFar } from '../../books/typed-values.ts'
import { exampleAmount, useCurrencyOptions } from '../../books/use-money.ts'
import { showInForm, useExplain, useIssueWords } from '../../errors.ts'
import { ButtonLink } from '../../layout/links.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { FormError } from '../../ui/form/FormError.tsx'
import { FormAmountField, FormDateField, FormTextArea, FormTextField } from '../../ui/form/fields.tsx'
import { Section } from '../../ui/Section.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { AllocationFields } from './AllocationFields.tsx'
import { BankAccountField } from './BankAccountField.tsx'
import { emptyPayment, paymentForm, type TypedPayment } from './payment-form.ts'

type PaymentControl = Control<TypedPayment, unknown, PaymentRecord>

/** Money that came in: from whom, how much, where; and which pledges it pays. */
export function PaymentForm({ donorId }: { donorId: string | null }) {
  const t = useTranslations('payments.form')
  const toast = useToast()
  const explain = useExplain()
  const navigate = useNavigate()
  const [looksAlike, setLooksAlike] = useState<string | null>(null)
  const { mutateAsync: record } = useMutation(trpc.payments.record.mutationOptions())
  const { control, handleSubmit, setError, setValue, formState } = useForm<TypedPayment, unknown, PaymentRecord>({
    resolver: zodResolver(paymentForm, { error: useIssueWords() }),
    defaultValues: emptyPayment(donorId),
  })
  const submit = handleSubmit(async (payment) => {
    try {
      const { reference } = await record(payment)
      toast({ tone: 'success', text: t('recorded', { reference }) })
      await navigate({ to: paths.payment, params: { reference } })
    } catch (error) {
      const explained = explain(error)
      if (explained.field === 'lookAlikeReason') setLooksAlike(explained.sentence)
      else showInForm(explained, setError)
    }
  })
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-12">
      <FormError control={control} />
      <Section title={t('receipt')}>
        <ReceiptFields control={control} />
      </Section>
      <Section title={t('allocation')} lead={t('allocationLead')}>
        <OpenPledges control={control} setValue={setValue} />
      </Section>
      <div className="flex flex-col gap-5">
        {looksAlike && (
          <div className="flex flex-col gap-4">
            <Callout tone="warning" role="alert" title={t('looksAlike')}>
              {looksAlike}
            </Callout>
            <FormTextArea
              control={control}
              name="lookAlikeReason"
              label={t('lookAlikeReason')}
              description={t('lookAlikeLead')}
              rows={2}
              maxLength={500}
              isRequired
            />
          </div>
        )}
        <div className="flex flex-wrap gap-3">
          <Button type="submit" look="primary" isPending={formState.isSubmitting}>
            {looksAlike ? t('recordAnyway') : t('record')}
          </Button>
          <ButtonLink to={paths.payments}>{t('cancel')}</ButtonLink>
        </div>
      </div>
    </form>
  )
}

function ReceiptFields({ control }: { control: PaymentControl }) {
  const t = useTranslations('payments.form')
  const [receivedOn, amount] = useWatch({ control, name: ['receivedOn', 'amount'] })
  const currencies = useCurrencyOptions(receivedOn)
  return (
    <div className="flex flex-col gap-5">
      <DonorField control={control} name="donorId" />
      <FormDateField control={control} name="receivedOn" label={t('receivedOn')} isRequired />
      <FormAmountField
        control={control}
        name="amount"
        label={t('amount')}
        description={t('amountLead', { example: exampleAmount(amount.currency ?? 'USD') })}
        currencyLabel={t('currency')}
        currencies={currencies}
        isRequired
      />
      <FormTextField
        control={control}
        name="fee"
        label={t('fee')}
        description={t('feeLead')}
        inputMode="decimal"
        autoComplete="off"
        dir="ltr"
      />
      <BankAccountField control={control} name="bankAccountId" currency={amount.currency} />
      <div className="grid gap-5 sm:grid-cols-2">
        <FormTextField control={control} name="bankReference" label={t('bankReference')} maxLength={140} />
        <FormTextField control={control} name="document" label={t('document')} maxLength={140} />
      </div>
    </div>
  )
}

function OpenPledges({ control, setValue }: { control: PaymentControl; setValue: UseFormSetValue<TypedPayment> }) {
  const t = useTranslations('payments.form')
  const reader = useReader()
  const [donorId, amount] = useWatch({ control, name: ['donorId', 'amount'] })
  const { data: pledges } = useQuery({
    ...trpc.payments.openPledges.queryOptions({ donorId: donorId ?? '', locale: reader }),
    enabled: donorId !== null,
    placeholderData: keepPreviousData,
  })
  if (donorId === null) return <p className="text-ink-soft">{t('chooseDonor')}</p>
  if (!pledges) return <Skeleton lines={3} />
  return <AllocationFields control={control} setValue={setValue} left={amountSoFar(amount)} pledges={pledges} />
}
