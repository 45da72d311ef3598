import { grantVisibilities } from '@concert/domain/codelists'
import type { Control, FieldPath, FieldValues } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import { FormRadioGroup, FormTextArea } from '../../ui/form/fields.tsx'

/** How much of a grant anyone may know, and why; the fields `visibility` and `doNoHarmNote` of a form. */
export function VisibilityFields<Values extends FieldValues, Known>({
  control,
}: {
  control: Control<Values, unknown, Known>
}) {
  const t = useTranslations('grants.visibility')
  const tCodes = useTranslations('codes')
  return (
    <>
      <FormRadioGroup
        control={control}
        name={'visibility' as FieldPath<Values>}
        label={t('title')}
        options={grantVisibilities.map((id) => ({
          id,
          name: tCodes(`grantVisibilities.${id}`),
          description: t(`means.${id}`),
        }))}
      />
      <FormTextArea
        control={control}
        name={'doNoHarmNote' as FieldPath<Values>}
        label={t('note')}
        description={t('noteLead')}
        rows={2}
        maxLength={1000}
      />
    </>
  )
}
