import { ComboBox } from './ComboBox.tsx'
import type { FieldProps } from './field-parts.tsx'
import type { Option } from './option.ts'
import { TextField } from './TextField.tsx'

/** What was typed, as it was typed: reading it is the domain's task. */
export interface TypedAmount {
  text: string
  currency: string | null
}

export interface AmountFieldProps extends FieldProps {
  value: TypedAmount
  onChange: (value: TypedAmount) => void
  currencyLabel: string
  currencies: readonly Option[]
  currencyError?: string
  onBlur?: () => void
}

/** An amount and its currency, side by side. */
export function AmountField({
  value,
  onChange,
  currencyLabel,
  currencies,
  currencyError,
  onBlur,
  ...field
}: AmountFieldProps) {
  return (
    <div className="grid grid-cols-[minmax(0,2fr)_minmax(7rem,1fr)] gap-3">
      <TextField
        {...field}
        value={value.text}
        onChange={(text) => onChange({ ...value, text })}
        onBlur={onBlur}
        inputMode="decimal"
        autoComplete="off"
        dir="ltr"
      />
      <ComboBox
        label={currencyLabel}
        value={value.currency}
        onChange={(currency) => onChange({ ...value, currency })}
        options={currencies}
        error={currencyError}
        isRequired={field.isRequired}
        isDisabled={field.isDisabled}
        onBlur={onBlur}
      />
    </div>
  )
}
