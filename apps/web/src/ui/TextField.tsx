import { Input } from 'react-aria-components/Input'
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField'
import { FieldLabel, FieldNotes, type FieldProps } from './field-parts.tsx'
import { fieldClass, inputClass } from './styles.ts'

export interface TextFieldProps
  extends FieldProps,
    Pick<
      AriaTextFieldProps,
      'value' | 'onChange' | 'onBlur' | 'type' | 'autoComplete' | 'inputMode' | 'maxLength' | 'name'
    > {
  placeholder?: string
  dir?: 'auto' | 'ltr'
}

export function TextField({ label, description, error, placeholder, dir = 'auto', ...rest }: TextFieldProps) {
  return (
    <AriaTextField {...rest} className={fieldClass} isInvalid={Boolean(error)} validationBehavior="aria">
      <FieldLabel label={label} isRequired={rest.isRequired} />
      <Input className={inputClass} placeholder={placeholder} dir={dir} />
      <FieldNotes description={description} error={error} />
    </AriaTextField>
  )
}
