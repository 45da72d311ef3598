import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox'
import { CheckMark } from './CheckboxGroup.tsx'
import type { FieldProps } from './field-parts.tsx'

export interface CheckboxProps extends FieldProps {
  value: boolean
  onChange: (value: boolean) => void
  onBlur?: () => void
  name?: string
}

/** Yes or no. */
export function Checkbox({ label, description, error, value, ...rest }: CheckboxProps) {
  return (
    <div>
      <AriaCheckbox
        {...rest}
        isSelected={value}
        isInvalid={Boolean(error)}
        className="group flex min-h-10 items-start gap-3 py-1.5"
      >
        <CheckMark />
        <span>
          {label}
          {description && <span className="block text-sm text-ink-soft">{description}</span>}
        </span>
      </AriaCheckbox>
      {error && <p className="text-sm font-medium text-danger">{error}</p>}
    </div>
  )
}
