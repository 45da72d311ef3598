import { type ReactNode, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { ListBox } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { useTranslations } from 'use-intl/react'
import { FieldLabel, FieldNotes, type FieldProps } from './field-parts.tsx'
import { Icon } from './Icon.tsx'
import type { Option } from './option.ts'
import { OptionItem } from './Select.tsx'
import { fieldClass, inputClass, popoverClass } from './styles.ts'

export interface ComboBoxProps extends FieldProps {
  value: string | null
  onChange: (id: string | null) => void
  /** All there are; with `onSearch`, what the last search found. */
  options: readonly Option[]
  /** Given: the list is searched elsewhere as the reader types. Left out: `options` are filtered here. */
  onSearch?: (text: string) => void
  isLoading?: boolean
  /** The chosen option, where `options` may not hold it. */
  selected?: Option | null
  placeholder?: string
  onBlur?: () => void
  name?: string
}

// The arrow stands at the end of the page's direction, and the text may have the other one: `pe-` would follow the text.
const roomForArrow = 'pr-11 in-[[dir=rtl]]:pr-3 in-[[dir=rtl]]:pl-11'

/** One of many, found by typing. */
export function ComboBox(props: ComboBoxProps) {
  const { label, description, error, value, onChange, options, onSearch, isLoading, selected, placeholder, ...rest } =
    props
  const [chosen, setChosen] = useState<Option | null>(selected ?? null)
  const known = [selected, chosen].find((option) => option?.id === value)
  const items = known && !options.some((option) => option.id === known.id) ? [known, ...options] : options
  const chosenName = items.find((option) => option.id === value)?.name ?? ''
  const [text, setText] = useState(chosenName)
  const [shownValue, setShownValue] = useState(value)
  // The name of a choice may be known later than the choice.
  if (value !== shownValue || (value !== null && text === '' && chosenName !== '')) {
    setShownValue(value)
    setText(chosenName)
  }

  const choose = (id: string | null) => {
    setChosen(items.find((option) => option.id === id) ?? null)
    onChange(id)
  }
  const type = (typed: string) => {
    setText(typed)
    onSearch?.(typed)
    if (typed === '' && value !== null) choose(null)
  }
  return (
    <AriaComboBox
      {...rest}
      className={fieldClass}
      items={onSearch ? items : items.filter((option) => matches(option, text) || option.id === value)}
      value={value}
      onChange={(key) => choose(key === null ? null : String(key))}
      inputValue={text}
      onInputChange={type}
      allowsEmptyCollection
      menuTrigger="focus"
      isInvalid={Boolean(error)}
      validationBehavior="aria"
    >
      <FieldLabel label={label} isRequired={rest.isRequired} />
      <div className="relative">
        <Input className={`${inputClass} ${roomForArrow}`} placeholder={placeholder} dir="auto" />
        <Button className="absolute inset-y-0 end-0 grid w-11 place-items-center text-ink-soft">
          <Icon name="down" />
        </Button>
      </div>
      <FieldNotes description={description} error={error} />
      <Popover className={popoverClass}>
        <ListBox<Option> className="p-1 outline-none" renderEmptyState={() => <NothingFound isLoading={isLoading} />}>
          {(option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}

function matches(option: Option, text: string): boolean {
  const plain = (words: string) => words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain(`${option.name} ${option.description ?? ''} ${option.id}`).includes(plain(text))
}

function NothingFound({ isLoading }: { isLoading?: boolean }): ReactNode {
  const t = useTranslations('ui')
  return <p className="px-3 py-2 text-ink-soft">{isLoading ? t('searching') : t('nothingFound')}</p>
}
