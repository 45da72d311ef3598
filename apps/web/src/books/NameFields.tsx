import { donorNameRoles } from '@concert/domain/donor'
import { locales } from '@concert/domain/locales'
import type { Control, FieldPath, FieldValues } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import { ownNames } from '../locale.tsx'
import { FormDateField, FormSelect, FormTextField } from '../ui/form/fields.tsx'

const languages = locales.map((locale) => ({ id: locale, name: ownNames[locale] }))

interface NameFieldsProps<Values extends FieldValues, Context, Output> {
  control: Control<Values, Context, Output>
  /** Where in the form the name stands: `names.0`. */
  at: string
}

/** One name of a donor: in which language, of which kind, since when. */
export function NameFields<Values extends FieldValues, Context, Output>({
  control,
  at,
}: NameFieldsProps<Values, Context, Output>) {
  const t = useTranslations('donors')
  const path = (part: string) => `${at}.${part}` as FieldPath<Values>
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <div className="sm:col-span-2">
        <FormTextField control={control} name={path('name')} label={t('name')} maxLength={200} isRequired />
      </div>
      <FormSelect control={control} name={path('language')} label={t('language')} options={languages} />
      <FormSelect
        control={control}
        name={path('role')}
        label={t('role')}
        options={donorNameRoles.map((role) => ({ id: role, name: t(`roles.${role}`) }))}
      />
      <div className="sm:col-span-2">
        <FormDateField control={control} name={path('since')} label={t('since')} description={t('sinceLead')} />
      </div>
    </div>
  )
}
