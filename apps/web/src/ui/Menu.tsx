import { Button } from 'react-aria-components/Button'
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Text } from 'react-aria-components/Text'
import { buttonClass } from './button-class.ts'
import { Icon } from './Icon.tsx'
import type { Option } from './option.ts'
import { optionClass, popoverClass } from './styles.ts'

interface MenuProps {
  label: string
  items: readonly Option[]
  onAction: (id: string) => void
  size?: 'normal' | 'small'
}

/** Several actions behind one button, each with a line that says what it does. */
export function Menu({ label, items, onAction, size }: MenuProps) {
  return (
    <MenuTrigger>
      <Button className={buttonClass({ look: 'secondary', size })}>
        {label}
        <Icon name="down" />
      </Button>
      <Popover className={`${popoverClass} max-w-[min(28rem,calc(100vw-2rem))]`}>
        <AriaMenu items={items} onAction={(key) => onAction(String(key))} className="p-1 outline-none">
          {(item: Option) => (
            <MenuItem id={item.id} textValue={item.name} className={`${optionClass} block`}>
              <Text slot="label" className="block">
                {item.name}
              </Text>
              {item.description && (
                <Text slot="description" className="block text-sm text-ink-soft">
                  {item.description}
                </Text>
              )}
            </MenuItem>
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
