import { granteeKind, granteeKinds } from '@concert/domain/codelists'
import { granteeRegistration } from '@concert/domain/grant'
import type { Grantee } from '@concert/domain/grant-views'
import { locale } from '@concert/domain/locales'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Control, type FieldPath, type FieldValues, type PathValue, useController } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import { z } from 'zod'
import { FormDialog } from '../../books/FormDialog.tsx'
import { newKey } from '../../books/new-key.ts'
import { PlaceField } from '../../books/PlaceField.tsx'
import { typedText } from '../../books/typed-values.ts'
import { usePause } from '../../books/use-pause.ts'
import { ownNames, useReader } from '../../locale.tsx'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { FormRadioGroup, FormSelect, FormTextField } from '../../ui/form/fields.tsx'

interface GranteeFieldProps<Values extends FieldValues, Known> {
  control: Control<Values, unknown, Known>
  name: FieldPath<Values>
}

/** One grantee, found by any of its names; a new one is registered on the spot, and nothing that was typed is lost. */
export function GranteeField<Values extends FieldValues, Known>({ control, name }: GranteeFieldProps<Values, Known>) {
  const t = useTranslations('grants.grantee')
  const tCodes = useTranslations('codes')
  const reader = useReader()
  const { field, fieldState } = useController({ control, name })
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<{ id: string; name: string } | null>(null)
  const [isRegistering, setRegistering] = useState(false)
  const settled = usePause(text)
  const { data: found = [], isFetching } = useQuery({
    ...trpc.grants.grantees.queryOptions({ text: settled.slice(0, 100), locale: reader }),
    placeholderData: keepPreviousData,
  })
  const toOption = ({ id, name: label, kind }: Grantee) => ({
    id,
    name: label,
    description: tCodes(`granteeKinds.${kind}`),
  })
  const options = found.map(toOption)
  const choose = (id: string | null) => {
    setChosen(options.find((option) => option.id === id) ?? null)
    field.onChange(id as PathValue<Values, FieldPath<Values>>)
  }
  return (
    <div className="flex flex-col gap-1">
      <ComboBox
        label={t('grantee')}
        description={t('granteeLead')}
        value={typeof field.value === 'string' ? field.value : null}
        selected={chosen ?? undefined}
        onChange={choose}
        onSearch={setText}
        isLoading={isFetching}
        options={options}
        error={fieldState.error?.message}
        isRequired
      />
      <div>
        <Button look="quiet" size="small" onClick={() => setRegistering(true)}>
          {t('register')}
        </Button>
      </div>
      {isRegistering && (
        <GranteeDialog
          onClose={() => setRegistering(false)}
          onRegistered={(grantee) => {
            setChosen(grantee)
            field.onChange(grantee.id as PathValue<Values, FieldPath<Values>>)
          }}
        />
      )}
    </div>
  )
}

const registrationForm = z
  .object({
    kind: granteeKind,
    name: z.string(),
    language: locale,
    placeCode: z.string().nullable(),
    idempotencyKey: z.string(),
  })
  .pipe(
    z.object({
      kind: granteeKind,
      name: typedText(200),
      language: locale,
      placeCode: z.string().nullable(),
      idempotencyKey: z.uuid(),
    }),
  )
  .transform(({ name, language, ...grantee }) => ({ ...grantee, names: [{ name, language }] }))
  .pipe(granteeRegistration)

interface GranteeDialogProps {
  onClose: () => void
  onRegistered: (grantee: { id: string; name: string }) => void
}

function GranteeDialog({ onClose, onRegistered }: GranteeDialogProps) {
  const t = useTranslations('grants.grantee')
  const tCodes = useTranslations('codes')
  const reader = useReader()
  const { mutateAsync: register } = useMutation(trpc.grants.registerGrantee.mutationOptions())
  return (
    <FormDialog
      title={t('register')}
      lead={t('registerLead')}
      submit={t('submit')}
      schema={registrationForm}
      begin={{
        kind: 'non_governmental',
        name: '',
        language: reader,
        placeCode: null,
        idempotencyKey: newKey(),
      }}
      send={async (grantee) => {
        const { id } = await register(grantee)
        onRegistered({ id, name: grantee.names[0]?.name ?? '' })
      }}
      onClose={onClose}
    >
      {({ control }) => (
        <>
          <FormRadioGroup
            control={control}
            name="kind"
            label={t('kind')}
            options={granteeKinds.map((id) => ({ id, name: tCodes(`granteeKinds.${id}`) }))}
          />
          <FormTextField control={control} name="name" label={t('name')} maxLength={200} isRequired />
          <FormSelect
            control={control}
            name="language"
            label={t('language')}
            options={Object.entries(ownNames).map(([id, name]) => ({ id, name }))}
          />
          <PlaceField control={control} name="placeCode" label={t('place')} description={t('placeLead')} />
        </>
      )}
    </FormDialog>
  )
}
