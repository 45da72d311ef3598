import { TextArea as AriaTextArea } from 'react-aria-components/TextArea'
import { TextField, type TextFieldProps } from 'react-aria-components/TextField'
import { FieldLabel, FieldNotes, type FieldProps } from './field-parts.tsx'
import { fieldClass, inputClass } from './styles.ts'

export interface TextAreaProps
  extends FieldProps,
    Pick<TextFieldProps, 'value' | 'onChange' | 'onBlur' | 'maxLength' | 'name'> {
  rows?: number
}

export function TextArea({ label, description, error, rows = 4, ...rest }: TextAreaProps) {
  return (
    <TextField {...rest} className={fieldClass} isInvalid={Boolean(error)} validationBehavior="aria">
      <FieldLabel label={label} isRequired={rest.isRequired} />
      <AriaTextArea className={inputClass} rows={rows} dir="auto" />
      <FieldNotes description={description} error={error} />
    </TextField>
  )
}
