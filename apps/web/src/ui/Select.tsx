import { Button } from 'react-aria-components/Button'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { Text } from 'react-aria-components/Text'
import { FieldLabel, FieldNotes, type FieldProps } from './field-parts.tsx'
import { Icon } from './Icon.tsx'
import type { Option } from './option.ts'
import { fieldClass, inputClass, optionClass, popoverClass } from './styles.ts'

export interface SelectProps extends FieldProps {
  value: string | null
  onChange: (id: string | null) => void
  options: readonly Option[]
  /** What stands there while nothing is chosen. */
  placeholder?: string
  /** When given, the list begins with this choice, which stands for null. */
  emptyOption?: string
  onBlur?: () => void
  name?: string
}

const none = '\u0000'

/** One of a short list. For more than about fifteen use `ComboBox`. */
export function Select({
  label,
  description,
  error,
  value,
  onChange,
  options,
  placeholder,
  emptyOption,
  ...rest
}: SelectProps) {
  const items = emptyOption === undefined ? options : [{ id: none, name: emptyOption }, ...options]
  return (
    <AriaSelect
      {...rest}
      className={fieldClass}
      value={value ?? (emptyOption === undefined ? null : none)}
      onChange={(key) => onChange(key === null || key === none ? null : String(key))}
      placeholder={placeholder ?? ' '}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
    >
      <FieldLabel label={label} isRequired={rest.isRequired} />
      <Button className={`${inputClass} flex items-center justify-between gap-2 text-start`}>
        <SelectValue className="min-w-0 truncate placeholder-shown:text-ink-soft">
          {({ isPlaceholder, selectedText, defaultChildren }) => (isPlaceholder ? defaultChildren : selectedText)}
        </SelectValue>
        <Icon name="down" />
      </Button>
      <FieldNotes description={description} error={error} />
      <Popover className={popoverClass}>
        <ListBox items={items} className="p-1 outline-none">
          {(option: Option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}

export function OptionItem({ option }: { option: Option }) {
  return (
    <ListBoxItem id={option.id} textValue={option.name} className={optionClass}>
      <Text slot="label" className="block">
        {option.name}
      </Text>
      {option.description && (
        <Text slot="description" className="block text-sm text-ink-soft">
          {option.description}
        </Text>
      )}
    </ListBoxItem>
  )
}
