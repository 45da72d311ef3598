import { Switch as AriaSwitch } from 'react-aria-components/Switch'

export interface SwitchProps {
  label: string
  value: boolean
  onChange: (value: boolean) => void
  isDisabled?: boolean
}

/** Turns something on or off at once, without saving a form. */
export function Switch({ label, value, onChange, isDisabled }: SwitchProps) {
  return (
    <AriaSwitch
      isSelected={value}
      onChange={onChange}
      isDisabled={isDisabled}
      className="group flex min-h-10 items-center gap-3"
    >
      <span className="flex h-6 w-11 shrink-0 items-center rounded-full border border-line-strong bg-surface p-0.5 outline-offset-2 outline-accent-strong group-focus-visible:outline-3 group-selected:border-accent group-selected:bg-accent">
        <span className="size-4 rounded-full bg-line-strong group-selected:ms-auto group-selected:bg-on-accent" />
      </span>
      {label}
    </AriaSwitch>
  )
}
