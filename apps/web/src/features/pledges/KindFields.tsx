import { pledgeConditions } from '@concert/domain/pledge'
import { type UseFormSetValue, useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import { InstalmentsFields } from '../../books/InstalmentsFields.tsx'
import { amountSoFar } from '../../books/typed-values.ts'
import { exampleAmount, useCurrencyOptions } from '../../books/use-money.ts'
import { FormAmountField, FormNumberField, FormRadioGroup, FormTextArea, FormTextField } from '../../ui/form/fields.tsx'
import type { AnnouncementControl } from './AnnouncementForm.tsx'
import type { TypedAnnouncement } from './announcement-form.ts'

/** A pledge of money: how much, on which condition, in which instalments. */
export function MoneyFields({
  control,
  setValue,
}: {
  control: AnnouncementControl
  setValue: UseFormSetValue<TypedAnnouncement>
}) {
  const t = useTranslations('pledges.form')
  const [announcedOn, amount] = useWatch({ control, name: ['announcedOn', 'amount'] })
  const currencies = useCurrencyOptions(announcedOn)
  return (
    <>
      <FormAmountField
        control={control}
        name="amount"
        label={t('amount')}
        description={t('amountLead', { example: exampleAmount(amount.currency ?? 'USD') })}
        currencyLabel={t('currency')}
        currencies={currencies}
        isRequired
      />
      <ConditionFields control={control} />
      <InstalmentsFields
        control={control}
        setValue={setValue}
        amount={amountSoFar(amount)}
        begin={announcedOn}
        none={{ name: t('noInstalments'), description: t('noInstalmentsLead') }}
      />
    </>
  )
}

function ConditionFields({ control }: { control: AnnouncementControl }) {
  const t = useTranslations('pledges')
  const kind = useWatch({ control, name: 'condition.kind' })
  return (
    <>
      <FormRadioGroup
        control={control}
        name="condition.kind"
        label={t('form.condition')}
        options={pledgeConditions.map((id) => ({
          id,
          name: t(`conditions.${id}`),
          description: t(`form.conditionLead.${id}`),
        }))}
      />
      {kind === 'match' && (
        <FormNumberField
          control={control}
          name="condition.matchPercent"
          label={t('form.matchPercent')}
          description={t('form.matchPercentLead')}
          minValue={1}
          maxValue={100}
          isRequired
        />
      )}
      {kind !== 'none' && (
        <FormTextField
          control={control}
          name="condition.note"
          label={t('form.conditionNote')}
          maxLength={1000}
          isRequired={kind === 'other'}
        />
      )}
    </>
  )
}

/** Goods or services: what, and what they are worth to whom. */
export function InKindFields({ control }: { control: AnnouncementControl }) {
  const t = useTranslations('pledges.form')
  const announcedOn = useWatch({ control, name: 'announcedOn' })
  const currencies = useCurrencyOptions(announcedOn)
  return (
    <>
      <FormTextArea
        control={control}
        name="description"
        label={t('inKindDescription')}
        maxLength={2000}
        rows={4}
        isRequired
      />
      <FormAmountField
        control={control}
        name="valuation"
        label={t('valuation')}
        description={t('valuationLead')}
        currencyLabel={t('currency')}
        currencies={currencies}
      />
      <FormTextField control={control} name="valuedBy" label={t('valuedBy')} maxLength={1000} />
    </>
  )
}

/** A commitment to do something. */
export function PolicyFields({ control }: { control: AnnouncementControl }) {
  const t = useTranslations('pledges.form')
  return (
    <FormTextArea
      control={control}
      name="description"
      label={t('policyDescription')}
      maxLength={2000}
      rows={6}
      isRequired
    />
  )
}
