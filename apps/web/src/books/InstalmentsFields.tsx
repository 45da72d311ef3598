import type { CalendarDate } from '@concert/domain/calendar-date'
import type { Money } from '@concert/domain/money'
import { intervals, maxInstalments } from '@concert/domain/schedule'
import {
  type Control,
  type FieldPath,
  type FieldValues,
  get,
  type PathValue,
  type UseFormSetValue,
  useFormState,
  useWatch,
} from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import { Button } from '../ui/Button.tsx'
import { FormDateField, FormNumberField, FormRadioGroup, FormSelect } from '../ui/form/fields.tsx'
import { InstalmentPreview } from './InstalmentPreview.tsx'
import { InstalmentRows } from './InstalmentRows.tsx'
import { instalmentModes, previewOf, type TypedInstalments, toRows } from './instalments-form.ts'

interface InstalmentsFieldsProps<Values extends FieldValues, Context, Output> {
  control: Control<Values, Context, Output>
  setValue: UseFormSetValue<Values>
  /** The amount that is split, as far as it is typed. */
  amount: Money | null
  /** What `none` means here: no schedule, or the announced one. */
  none: { name: string; description: string }
  /** Where the first instalment is likely to fall due. */
  begin: CalendarDate | null
}

/** The field `instalments` of a form: by terms with what they come to at once, or one by one. */
export function InstalmentsFields<Values extends FieldValues, Context, Output>(
  props: InstalmentsFieldsProps<Values, Context, Output>,
) {
  const { control, setValue, amount, none, begin } = props
  const t = useTranslations('pledges.instalments')
  const at = (part: string) => `instalments.${part}` as FieldPath<Values>
  const name = 'instalments' as FieldPath<Values>
  const { errors } = useFormState({ control })
  const typed: TypedInstalments = useWatch({ control, name })
  const preview = typed.mode === 'terms' ? previewOf(typed, amount) : null
  const refusal: unknown = get(errors, 'instalments.message') ?? get(errors, 'instalments.root.message')
  const words = {
    none,
    terms: { name: t('terms'), description: t('termsLead') },
    typed: { name: t('typed'), description: t('typedLead') },
  }
  const change = (changes: Partial<TypedInstalments>) =>
    setValue(name, { ...typed, ...changes } as PathValue<Values, FieldPath<Values>>)
  return (
    <div className="flex flex-col gap-5">
      <FormRadioGroup
        control={control}
        name={at('mode')}
        label={t('how')}
        options={instalmentModes.map((mode) => ({ id: mode, ...words[mode] }))}
      />
      {typed.mode === 'terms' && (
        <div className="grid gap-4 sm:grid-cols-2">
          <FormNumberField
            control={control}
            name={at('count')}
            label={t('count')}
            minValue={1}
            maxValue={maxInstalments}
          />
          <FormSelect
            control={control}
            name={at('every')}
            label={t('every')}
            options={intervals.map((id) => ({ id, name: t(`intervals.${id}`) }))}
          />
          <FormDateField control={control} name={at('from')} label={t('from')} />
          <FormNumberField
            control={control}
            name={at('day')}
            label={t('day')}
            description={t('dayLead')}
            minValue={1}
            maxValue={31}
          />
        </div>
      )}
      {typed.mode === 'terms' && (
        <InstalmentPreview instalments={preview}>
          <Button
            size="small"
            disabled={!preview}
            onClick={() => preview && change({ mode: 'typed', rows: toRows(preview) })}
          >
            {t('editRows')}
          </Button>
        </InstalmentPreview>
      )}
      {typed.mode === 'typed' && (
        <InstalmentRows
          control={control}
          rows={typed.rows}
          onRows={(rows) => change({ rows })}
          amount={amount}
          begin={begin}
        />
      )}
      {typeof refusal === 'string' && (
        <p role="alert" className="text-sm font-medium text-danger">
          {refusal}
        </p>
      )}
    </div>
  )
}
