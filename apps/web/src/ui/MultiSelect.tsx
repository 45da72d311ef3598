import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { ComboBox, type ComboBoxProps } from './ComboBox.tsx'
import { Icon } from './Icon.tsx'
import type { Option } from './option.ts'

export interface MultiSelectProps extends Omit<ComboBoxProps, 'value' | 'onChange' | 'selected'> {
  value: readonly string[]
  onChange: (ids: string[]) => void
  /** Names of what is already chosen, where `options` may not hold them. */
  selected?: readonly Option[]
}

/** Several of many: found by typing, each shown as a tag that can be removed. For a few, use `CheckboxGroup`. */
export function MultiSelect({ value, onChange, selected = [], options, ...rest }: MultiSelectProps) {
  const t = useTranslations('ui')
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map())
  const nameOf = (id: string) =>
    [...selected, ...options].find((option) => option.id === id)?.name ?? names.get(id) ?? id
  const add = (id: string | null) => {
    if (id === null || value.includes(id)) return
    setNames(new Map(names).set(id, nameOf(id)))
    onChange([...value, id])
  }
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <ComboBox
        {...rest}
        key={value.length}
        value={null}
        onChange={add}
        options={options.filter((option) => !value.includes(option.id))}
      />
      {value.length > 0 && (
        <ul className="flex flex-wrap gap-2" aria-label={rest.label}>
          {value.map((id) => (
            <li
              key={id}
              className="inline-flex items-center gap-1 rounded border border-line bg-surface ps-2.5 text-sm text-ink"
            >
              <span dir="auto">{nameOf(id)}</span>
              <button
                type="button"
                aria-label={t('remove', { name: nameOf(id) })}
                onClick={() => onChange(value.filter((other) => other !== id))}
                className="grid size-8 place-items-center rounded text-ink-soft hover:bg-accent-wash"
              >
                <Icon name="close" className="text-xs" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
