import { donorKinds } from '@concert/domain/codelists'
import { anonymousByDefault, donorRegistration } from '@concert/domain/donor'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect } from 'react'
import { useFieldArray, useForm, useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import type { z } from 'zod'
import { showInForm, useExplain, useIssueWords } from '../errors.ts'
import { useReader } from '../locale.tsx'
import { trpc } from '../trpc.ts'
import { Button } from '../ui/Button.tsx'
import { FormError } from '../ui/form/FormError.tsx'
import { FormCheckbox, FormSelect } from '../ui/form/fields.tsx'
import { NameFields } from './NameFields.tsx'
import { newKey } from './new-key.ts'
import { PlaceField } from './PlaceField.tsx'

interface RegistrationFormProps {
  onRegistered: (donorId: string) => void
  onCancel: () => void
}

/** A new donor with all its names. It may stand in a window over another form. */
export function RegistrationForm({ onRegistered, onCancel }: RegistrationFormProps) {
  const t = useTranslations('donors')
  const tCodes = useTranslations('codes')
  const explain = useExplain()
  const reader = useReader()
  const { mutateAsync: register } = useMutation(trpc.donors.register.mutationOptions())
  const { control, handleSubmit, setError, setValue, formState } = useForm<
    z.input<typeof donorRegistration>,
    unknown,
    z.output<typeof donorRegistration>
  >({
    resolver: zodResolver(donorRegistration, { error: useIssueWords() }),
    defaultValues: {
      kind: 'GOV',
      names: [{ name: '', language: reader, role: 'main', since: null }],
      placeCode: null,
      anonymous: false,
      idempotencyKey: newKey(),
    },
  })
  const names = useFieldArray({ control, name: 'names' })
  const kind = useWatch({ control, name: 'kind' })
  const decidedByHand = formState.dirtyFields.anonymous === true
  useEffect(() => {
    if (!decidedByHand) setValue('anonymous', anonymousByDefault(kind))
  }, [kind, decidedByHand, setValue])
  const send = handleSubmit(async (donor) => {
    try {
      const { id } = await register(donor)
      onRegistered(id)
    } catch (error) {
      showInForm(explain(error), setError)
    }
  })
  const submit = (event: FormEvent) => {
    // A window's events reach the form behind it.
    event.stopPropagation()
    return send(event)
  }
  const namesError = formState.errors.names?.root?.message ?? formState.errors.names?.message
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-6">
      <FormError control={control} />
      <FormSelect
        control={control}
        name="kind"
        label={t('kind')}
        options={donorKinds.map((kind) => ({ id: kind, name: tCodes(`donorKinds.${kind}`) }))}
        isRequired
      />
      <fieldset className="flex flex-col gap-4">
        <legend className="mb-1 font-semibold">{t('names')}</legend>
        <p className="text-sm text-ink-soft">{t('namesLead')}</p>
        {namesError && <p className="text-sm font-medium text-danger">{namesError}</p>}
        {names.fields.map((field, index) => (
          <div key={field.id} className="rounded border border-line p-4">
            <NameFields control={control} at={`names.${index}`} />
            {index > 0 && (
              <div className="mt-2">
                <Button look="quiet" size="small" onClick={() => names.remove(index)}>
                  {t('removeName')}
                </Button>
              </div>
            )}
          </div>
        ))}
        <div>
          <Button size="small" onClick={() => names.append({ name: '', language: reader, role: 'also', since: null })}>
            {t('addName')}
          </Button>
        </div>
      </fieldset>
      <PlaceField control={control} name="placeCode" />
      <FormCheckbox control={control} name="anonymous" label={t('anonymousLabel')} description={t('anonymousLead')} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="primary" isPending={formState.isSubmitting}>
          {t('register')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  )
}
