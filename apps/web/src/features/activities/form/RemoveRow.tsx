import { Icon } from '../../../ui/Icon.tsx'

export function RemoveRow({ label, onRemove }: { label: string; onRemove: () => void }) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onRemove}
      className="grid size-11 place-items-center rounded text-ink-soft hover:bg-accent-wash"
    >
      <Icon name="close" />
    </button>
  )
}
