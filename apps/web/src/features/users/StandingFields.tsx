import { roles } from '@concert/domain/actor'
import { inLocale } from '@concert/domain/locales'
import { useQuery } from '@tanstack/react-query'
import type { Control, FieldPath, FieldValues } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../../locale.tsx'
import { trpc } from '../../trpc.ts'
import { FormCheckboxGroup, FormComboBox } from '../../ui/form/fields.tsx'

/** Where a person stands: the fields `agencyId` and `roles` of a form that has both. */
export function StandingFields<Values extends FieldValues, Context, Output>({
  control,
}: {
  control: Control<Values, Context, Output>
}) {
  const t = useTranslations('users')
  const reader = useReader()
  const { data: agencies = [] } = useQuery(trpc.agencies.options.queryOptions())
  const agencyOptions = agencies.map((agency) => ({
    id: agency.id,
    name: agency.acronym,
    description: inLocale(agency.names, reader),
  }))
  const roleOptions = roles.map((role) => ({ id: role, name: t(`roles.${role}`), description: t(`may.${role}`) }))
  return (
    <>
      <FormComboBox
        control={control}
        name={'agencyId' as FieldPath<Values>}
        label={t('fields.agency')}
        options={agencyOptions}
        placeholder={t('fields.noAgency')}
      />
      <FormCheckboxGroup
        control={control}
        name={'roles' as FieldPath<Values>}
        label={t('fields.roles')}
        options={roleOptions}
      />
    </>
  )
}
