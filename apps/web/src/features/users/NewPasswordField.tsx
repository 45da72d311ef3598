import type { Control, FieldPath, FieldValues } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import { FormTextField } from '../../ui/form/fields.tsx'

interface NewPasswordFieldProps<Values extends FieldValues, Context, Output> {
  control: Control<Values, Context, Output>
  name: FieldPath<Values>
}

/** The field in which a person chooses a password. */
export function NewPasswordField<Values extends FieldValues, Context, Output>({
  control,
  name,
}: NewPasswordFieldProps<Values, Context, Output>) {
  const t = useTranslations('users')
  return (
    <FormTextField
      control={control}
      name={name}
      label={t('fields.newPassword')}
      description={t('passwordHint')}
      type="password"
      autoComplete="new-password"
      dir="ltr"
      isRequired
    />
  )
}
