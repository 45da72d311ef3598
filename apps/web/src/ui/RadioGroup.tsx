import { RadioGroup as AriaRadioGroup, Radio } from 'react-aria-components/RadioGroup'
import { FieldLabel, FieldNotes, type FieldProps } from './field-parts.tsx'
import type { Option } from './option.ts'
import { fieldClass } from './styles.ts'

export interface RadioGroupProps extends FieldProps {
  value: string | null
  onChange: (id: string) => void
  options: readonly Option[]
  onBlur?: () => void
  name?: string
}

/** One of a few, all visible. */
export function RadioGroup({ label, description, error, options, ...rest }: RadioGroupProps) {
  return (
    <AriaRadioGroup {...rest} className={fieldClass} isInvalid={Boolean(error)} validationBehavior="aria">
      <FieldLabel label={label} isRequired={rest.isRequired} />
      {options.map((option) => (
        <Radio key={option.id} value={option.id} className="group flex min-h-10 items-start gap-3 py-1.5">
          <span className="mt-0.5 size-5 shrink-0 rounded-full border border-line-strong bg-paper outline-offset-2 outline-accent-strong group-focus-visible:outline-3 group-selected:border-[6px] group-selected:border-accent" />
          <span>
            {option.name}
            {option.description && <span className="block text-sm text-ink-soft">{option.description}</span>}
          </span>
        </Radio>
      ))}
      <FieldNotes description={description} error={error} />
    </AriaRadioGroup>
  )
}
