import { Checkbox } from 'react-aria-components/Checkbox'
import { CheckboxGroup as AriaCheckboxGroup } from 'react-aria-components/CheckboxGroup'
import { FieldLabel, FieldNotes, type FieldProps } from './field-parts.tsx'
import { Icon } from './Icon.tsx'
import type { Option } from './option.ts'
import { fieldClass } from './styles.ts'

export interface CheckboxGroupProps extends FieldProps {
  value: readonly string[]
  onChange: (ids: string[]) => void
  options: readonly Option[]
  onBlur?: () => void
  name?: string
}

/** Several of a few. */
export function CheckboxGroup({ label, description, error, value, options, ...rest }: CheckboxGroupProps) {
  return (
    <AriaCheckboxGroup
      {...rest}
      className={fieldClass}
      value={[...value]}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
    >
      <FieldLabel label={label} isRequired={rest.isRequired} />
      <div className="grid gap-x-6 sm:grid-cols-2">
        {options.map((option) => (
          <Checkbox key={option.id} value={option.id} className="group flex min-h-10 items-start gap-3 py-1.5">
            <CheckMark />
            <span>
              {option.name}
              {option.description && <span className="block text-sm text-ink-soft">{option.description}</span>}
            </span>
          </Checkbox>
        ))}
      </div>
      <FieldNotes description={description} error={error} />
    </AriaCheckboxGroup>
  )
}

export function CheckMark() {
  return (
    <span className="mt-0.5 grid size-5 shrink-0 place-items-center rounded-sm border border-line-strong bg-paper text-on-accent outline-offset-2 outline-accent-strong group-focus-visible:outline-3 group-selected:border-accent group-selected:bg-accent">
      <Icon name="check" className="invisible text-xs group-selected:visible" />
    </span>
  )
}
