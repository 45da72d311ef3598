import { agencyClasses, codeKey } from '@concert/domain/codelists'
import { locales } from '@concert/domain/locales'
import { agencyRegistration } from '@concert/domain/membership'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { FormDialog } from '../../books/FormDialog.tsx'
import { newKey } from '../../books/new-key.ts'
import { ownNames } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { FormCheckbox, FormSelect, FormTextField } from '../../ui/form/fields.tsx'

/** An agency that is new to the group, with its name in the six languages. */
export function RegisterAgencyDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('agencies.register')
  const tEdit = useTranslations('agencies.edit')
  const tCodes = useTranslations('codes')
  const navigate = useNavigate()
  const register = useMutation(trpc.agencies.register.mutationOptions())
  const [idempotencyKey] = useState(newKey)
  return (
    <FormDialog
      title={t('open')}
      lead={t('lead')}
      submit={t('submit')}
      size="wide"
      schema={agencyRegistration}
      begin={{
        slug: '',
        acronym: '',
        names: { en: '', fr: '', es: '', ru: '', zh: '', ar: '' },
        unSystem: true,
        source: '',
        idempotencyKey,
      }}
      send={async (known) => {
        const { slug } = await register.mutateAsync(known)
        await navigate({ to: paths.agency, params: { slug } })
      }}
      onClose={onClose}
    >
      {({ control }) => (
        <>
          <FormTextField control={control} name="acronym" label={t('acronym')} maxLength={40} isRequired />
          <FormTextField
            control={control}
            name="slug"
            label={t('slug')}
            description={t('slugLead')}
            dir="ltr"
            maxLength={60}
            isRequired
          />
          {locales.map((language) => (
            <FormTextField
              key={language}
              control={control}
              name={`names.${language}`}
              label={t('name', { language: ownNames[language] })}
              maxLength={200}
              isRequired
            />
          ))}
          <FormSelect
            control={control}
            name="class"
            label={t('class')}
            options={agencyClasses.map((id) => ({ id, name: tCodes(codeKey('agencyClasses', id)) }))}
            isRequired
          />
          <FormCheckbox control={control} name="unSystem" label={t('unSystem')} />
          <FormTextField
            control={control}
            name="source"
            label={tEdit('source')}
            description={tEdit('sourceLead')}
            maxLength={300}
            isRequired
          />
        </>
      )}
    </FormDialog>
  )
}
