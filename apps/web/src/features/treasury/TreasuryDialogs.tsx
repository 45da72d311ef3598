import type { AccountHolding } from '@concert/domain/fund-views'
import { useMutation } from '@tanstack/react-query'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import type { z } from 'zod'
import { AccountField } from '../../books/AccountField.tsx'
import { DayField, FormDialog, SumField } from '../../books/FormDialog.tsx'
import { trpc } from '../../trpc.ts'
import { FormTextField } from '../../ui/form/fields.tsx'
import {
  beginConversion,
  beginOnAccount,
  conversionForm,
  interestForm,
  openingForm,
  supportCostForm,
  type TypedOnAccount,
} from './treasury-forms.ts'

export interface TreasuryDialogProps {
  accounts: readonly AccountHolding[]
  onBooked: (entryNumber: number) => void
  onClose: () => void
}

export function InterestDialog({ accounts, onBooked, onClose }: TreasuryDialogProps) {
  const t = useTranslations('treasury.interest')
  const { mutateAsync: record } = useMutation(trpc.treasury.recordInterest.mutationOptions())
  return (
    <FormDialog
      title={t('name')}
      lead={t('lead')}
      submit={t('submit')}
      schema={interestForm}
      begin={beginOnAccount()}
      send={async (interest) => onBooked((await record(interest)).entryNumber)}
      onClose={onClose}
    >
      {(form) => <OnAccountFields form={form} accounts={accounts} />}
    </FormDialog>
  )
}

export function SupportCostDialog({ accounts, onBooked, onClose }: TreasuryDialogProps) {
  const t = useTranslations('treasury.supportCost')
  const { mutateAsync: record } = useMutation(trpc.treasury.recordSupportCost.mutationOptions())
  return (
    <FormDialog
      title={t('name')}
      lead={t('lead')}
      submit={t('submit')}
      schema={supportCostForm}
      begin={beginOnAccount()}
      send={async (cost) => onBooked((await record(cost)).entryNumber)}
      onClose={onClose}
    >
      {(form) => <OnAccountFields form={form} accounts={accounts} />}
    </FormDialog>
  )
}

export function OpeningDialog({ accounts, onBooked, onClose }: TreasuryDialogProps) {
  const t = useTranslations('treasury.opening')
  const { mutateAsync: open } = useMutation(trpc.treasury.openBalance.mutationOptions())
  return (
    <FormDialog
      title={t('name')}
      lead={t('lead')}
      submit={t('submit')}
      schema={openingForm}
      begin={beginOnAccount()}
      send={async (opening) => onBooked((await open(opening)).entryNumber)}
      onClose={onClose}
    >
      {(form) => <OnAccountFields form={form} accounts={accounts} />}
    </FormDialog>
  )
}

/** The bank took money from one account and put other money into another. */
export function ConversionDialog({ accounts, onBooked, onClose }: TreasuryDialogProps) {
  const t = useTranslations('treasury.conversion')
  const { mutateAsync: record } = useMutation(trpc.treasury.recordConversion.mutationOptions())
  return (
    <FormDialog
      title={t('name')}
      lead={t('lead')}
      submit={t('submit')}
      schema={conversionForm}
      begin={beginConversion()}
      send={async (conversion) => onBooked((await record(conversion)).entryNumber)}
      onClose={onClose}
    >
      {(form) => <ConversionFields form={form} accounts={accounts} />}
    </FormDialog>
  )
}

type OnAccountForm<Known> = UseFormReturn<TypedOnAccount, unknown, Known>

function OnAccountFields<Known>({
  form: { control, setValue, getValues },
  accounts,
}: {
  form: OnAccountForm<Known>
  accounts: readonly AccountHolding[]
}) {
  const t = useTranslations('treasury')
  const { currency } = useWatch({ control, name: 'amount' })
  return (
    <>
      <AccountField
        control={control}
        name="bankAccountId"
        label={t('account')}
        accounts={accounts}
        onChosen={(account) => setValue('amount', { ...getValues('amount'), currency: account.currency })}
      />
      <DayField control={control} />
      <SumField control={control} currency={currency} />
      <FormTextField
        control={control}
        name="document"
        label={t('document')}
        description={t('documentLead')}
        maxLength={140}
        isRequired
      />
    </>
  )
}

type ConversionForm = UseFormReturn<z.input<typeof conversionForm>, unknown, z.output<typeof conversionForm>>

function ConversionFields({
  form: { control, setValue, getValues },
  accounts,
}: {
  form: ConversionForm
  accounts: readonly AccountHolding[]
}) {
  const t = useTranslations('treasury')
  const [given, got] = useWatch({ control, name: ['given', 'got'] })
  return (
    <>
      <DayField control={control} />
      <AccountField
        control={control}
        name="fromAccountId"
        label={t('conversion.from')}
        accounts={accounts}
        onChosen={({ currency }) => setValue('given', { ...getValues('given'), currency })}
      />
      <SumField control={control} name="given" label={t('conversion.given')} currency={given.currency} />
      <AccountField
        control={control}
        name="intoAccountId"
        label={t('conversion.into')}
        accounts={accounts}
        onChosen={({ currency }) => setValue('got', { ...getValues('got'), currency })}
      />
      <SumField control={control} name="got" label={t('conversion.got')} currency={got.currency} />
      <FormTextField
        control={control}
        name="document"
        label={t('document')}
        description={t('documentLead')}
        maxLength={140}
        isRequired
      />
    </>
  )
}
