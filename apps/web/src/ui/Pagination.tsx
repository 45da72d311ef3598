import { useFormatter, useTranslations } from 'use-intl/react'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'

export interface PaginationProps {
  /** Counted from 1. */
  page: number
  pageSize: number
  total: number
  onPage: (page: number) => void
}

/** Which rows of how many, and the way to the others. */
export function Pagination({ page, pageSize, total, onPage }: PaginationProps) {
  const t = useTranslations('ui')
  const format = useFormatter()
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const shown = (value: number) => format.number(value, { numberingSystem: 'latn' })
  if (total === 0) return null
  return (
    <nav aria-label={t('pages')} className="mt-4 flex flex-wrap items-center justify-between gap-3">
      <p className="figures text-sm text-ink-soft" aria-live="polite">
        {t('rowsOf', {
          from: shown((page - 1) * pageSize + 1),
          to: shown(Math.min(page * pageSize, total)),
          total: shown(total),
        })}
      </p>
      {pages > 1 && (
        <div className="flex gap-2">
          <Button size="small" disabled={page <= 1} onClick={() => onPage(page - 1)}>
            <Icon name="back" /> {t('previous')}
          </Button>
          <Button size="small" disabled={page >= pages} onClick={() => onPage(page + 1)}>
            {t('next')} <Icon name="forward" />
          </Button>
        </div>
      )}
    </nav>
  )
}
