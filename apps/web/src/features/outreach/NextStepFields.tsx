import type { Control, FieldPath, FieldValues } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import { FormComboBox, FormDateField, FormTextArea, FormTextField } from '../../ui/form/fields.tsx'
import type { Option } from '../../ui/option.ts'

interface NextStepFieldsProps<Values extends FieldValues, Known> {
  control: Control<Values, unknown, Known>
  agencies: Option[]
}

/** When and what happened, and what comes next: who does it, until when. */
export function NextStepFields<Values extends FieldValues, Known>({
  control,
  agencies,
}: NextStepFieldsProps<Values, Known>) {
  const t = useTranslations('outreach.field')
  const field = (name: string) => name as FieldPath<Values>
  return (
    <>
      <FormDateField control={control} name={field('on')} label={t('on')} isRequired />
      <FormTextArea control={control} name={field('note')} label={t('note')} rows={2} maxLength={500} isRequired />
      <FormTextField control={control} name={field('nextStep')} label={t('nextStep')} maxLength={300} />
      <FormComboBox control={control} name={field('nextStepAgencyId')} label={t('owner')} options={agencies} />
      <FormDateField control={control} name={field('nextStepDueOn')} label={t('dueOn')} />
    </>
  )
}
