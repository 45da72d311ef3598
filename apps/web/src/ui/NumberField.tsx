import { Input } from 'react-aria-components/Input'
import { NumberField as AriaNumberField, type NumberFieldProps as AriaProps } from 'react-aria-components/NumberField'
import { FieldLabel, FieldNotes, type FieldProps } from './field-parts.tsx'
import { fieldClass, inputClass } from './styles.ts'

export interface NumberFieldProps
  extends FieldProps,
    Pick<AriaProps, 'minValue' | 'maxValue' | 'step' | 'onBlur' | 'name'> {
  value: number | null
  onChange: (value: number | null) => void
}

/** A count or a percentage. For money use `AmountField`. */
export function NumberField({ label, description, error, value, onChange, ...rest }: NumberFieldProps) {
  return (
    <AriaNumberField
      {...rest}
      className={fieldClass}
      value={value ?? Number.NaN}
      onChange={(typed) => onChange(Number.isNaN(typed) ? null : typed)}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
    >
      <FieldLabel label={label} isRequired={rest.isRequired} />
      <Input className={`${inputClass} figures`} />
      <FieldNotes description={description} error={error} />
    </AriaNumberField>
  )
}
