import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'

export interface FilterBarProps {
  /** How many filters are set. */
  active: number
  onClear: () => void
  /** What the filters found, in words: read out when it changes. */
  result?: ReactNode
  children: ReactNode
}

/** The filters of a list, in a grid; folded away on a narrow screen until asked for. */
export function FilterBar({ active, onClear, result, children }: FilterBarProps) {
  const t = useTranslations('ui')
  const [isOpen, setOpen] = useState(() => matchMedia('(min-width: 40rem)').matches)
  return (
    <search aria-label={t('filters')} className="mb-6 block rounded border border-line bg-surface p-4">
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)} className="group">
        <summary className="flex min-h-8 cursor-pointer list-none items-center justify-between gap-2 font-medium">
          <span>
            {t('filters')}
            {active > 0 && <span className="ms-2 text-sm text-ink-soft">{t('filtersSet', { count: active })}</span>}
          </span>
          <Icon name="down" className="group-open:rotate-180" />
        </summary>
        <div className="mt-4 grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-4">{children}</div>
      </details>
      <div className="mt-3 flex min-h-8 flex-wrap items-center justify-between gap-3">
        <p role="status" className="figures text-sm text-ink-soft">
          {result}
        </p>
        {active > 0 && (
          <Button look="quiet" size="small" onClick={onClear}>
            {t('clearFilters')}
          </Button>
        )}
      </div>
    </search>
  )
}
