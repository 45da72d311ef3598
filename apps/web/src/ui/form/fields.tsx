import { type Control, type FieldError, type FieldPath, type FieldValues, get, useController } from 'react-hook-form'
import { AmountField, type AmountFieldProps } from '../AmountField.tsx'
import { Checkbox, type CheckboxProps } from '../Checkbox.tsx'
import { CheckboxGroup, type CheckboxGroupProps } from '../CheckboxGroup.tsx'
import { ComboBox, type ComboBoxProps } from '../ComboBox.tsx'
import { DateField, type DateFieldProps } from '../DateField.tsx'
import { MultiSelect, type MultiSelectProps } from '../MultiSelect.tsx'
import { NumberField, type NumberFieldProps } from '../NumberField.tsx'
import { RadioGroup, type RadioGroupProps } from '../RadioGroup.tsx'
import { Select, type SelectProps } from '../Select.tsx'
import { TextArea, type TextAreaProps } from '../TextArea.tsx'
import { TextField, type TextFieldProps } from '../TextField.tsx'

/** Which value of a form a field holds. */
interface Bound<Values extends FieldValues, Context, Output> {
  control: Control<Values, Context, Output>
  name: FieldPath<Values>
}

type Unbound<Props> = Omit<Props, 'value' | 'onChange' | 'onBlur' | 'error' | 'name'>
type FormProps<Values extends FieldValues, Context, Output, Props> = Bound<Values, Context, Output> & Unbound<Props>

function useBound<Values extends FieldValues, Context, Output>({ control, name }: Bound<Values, Context, Output>) {
  const { field, fieldState } = useController({ control, name })
  return {
    value: field.value as unknown,
    onChange: field.onChange,
    onBlur: field.onBlur,
    error: fieldState.error?.message,
  }
}

export function FormTextField<Values extends FieldValues, Context, Output>({
  control,
  name,
  ...rest
}: FormProps<Values, Context, Output, TextFieldProps>) {
  const { value, ...bound } = useBound({ control, name })
  return <TextField {...rest} {...bound} name={name} value={asText(value) ?? ''} />
}

export function FormTextArea<Values extends FieldValues, Context, Output>({
  control,
  name,
  ...rest
}: FormProps<Values, Context, Output, TextAreaProps>) {
  const { value, ...bound } = useBound({ control, name })
  return <TextArea {...rest} {...bound} name={name} value={asText(value) ?? ''} />
}

export function FormNumberField<Values extends FieldValues, Context, Output>({
  control,
  name,
  ...rest
}: FormProps<Values, Context, Output, NumberFieldProps>) {
  const { value, ...bound } = useBound({ control, name })
  return <NumberField {...rest} {...bound} value={typeof value === 'number' ? value : null} />
}

export function FormDateField<Values extends FieldValues, Context, Output>({
  control,
  name,
  ...rest
}: FormProps<Values, Context, Output, DateFieldProps>) {
  const { value, ...bound } = useBound({ control, name })
  return <DateField {...rest} {...bound} value={asText(value)} />
}

export function FormSelect<Values extends FieldValues, Context, Output>({
  control,
  name,
  ...rest
}: FormProps<Values, Context, Output, SelectProps>) {
  const { value, ...bound } = useBound({ control, name })
  return <Select {...rest} {...bound} value={asText(value)} />
}

export function FormComboBox<Values extends FieldValues, Context, Output>({
  control,
  name,
  ...rest
}: FormProps<Values, Context, Output, ComboBoxProps>) {
  const { value, ...bound } = useBound({ control, name })
  return <ComboBox {...rest} {...bound} value={asText(value)} />
}

export function FormMultiSelect<Values extends FieldValues, Context, Output>({
  control,
  name,
  ...rest
}: FormProps<Values, Context, Output, MultiSelectProps>) {
  const { value, ...bound } = useBound({ control, name })
  return <MultiSelect {...rest} {...bound} value={asTexts(value)} />
}

export function FormCheckboxGroup<Values extends FieldValues, Context, Output>({
  control,
  name,
  ...rest
}: FormProps<Values, Context, Output, CheckboxGroupProps>) {
  const { value, ...bound } = useBound({ control, name })
  return <CheckboxGroup {...rest} {...bound} value={asTexts(value)} />
}

export function FormCheckbox<Values extends FieldValues, Context, Output>({
  control,
  name,
  ...rest
}: FormProps<Values, Context, Output, CheckboxProps>) {
  const { value, ...bound } = useBound({ control, name })
  return <Checkbox {...rest} {...bound} value={value === true} />
}

export function FormRadioGroup<Values extends FieldValues, Context, Output>({
  control,
  name,
  ...rest
}: FormProps<Values, Context, Output, RadioGroupProps>) {
  const { value, ...bound } = useBound({ control, name })
  return <RadioGroup {...rest} {...bound} value={asText(value)} />
}

/** Holds `{ text, currency }`; the errors of `<name>.text` and `<name>.currency` stand at their halves. */
export function FormAmountField<Values extends FieldValues, Context, Output>({
  control,
  name,
  ...rest
}: Bound<Values, Context, Output> &
  Omit<AmountFieldProps, 'value' | 'onChange' | 'onBlur' | 'error' | 'currencyError'>) {
  const { field, fieldState, formState } = useController({ control, name })
  const errorAt = (path: string) => (get(formState.errors, `${name}.${path}`) as FieldError | undefined)?.message
  return (
    <AmountField
      {...rest}
      value={field.value}
      onChange={field.onChange}
      onBlur={field.onBlur}
      error={errorAt('text') ?? fieldState.error?.message}
      currencyError={errorAt('currency')}
    />
  )
}

function asText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function asTexts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : []
}
