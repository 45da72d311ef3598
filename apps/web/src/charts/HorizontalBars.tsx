import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Pagination } from '../ui/Pagination.tsx'
import { type ChartRow, largestWithOther } from './ranking.ts'

export interface HorizontalBarsProps {
  rows: readonly ChartRow[]
  format: (value: number) => string
  /** `largest` for themes and places; `given` for States and agencies, which come in the order of the alphabet. */
  order: 'largest' | 'given'
  /** How many stand on one page, or before the rest is "Other". */
  limit?: number
  /** Makes a link of a row's name. */
  link?: (row: ChartRow) => ReactNode
}

/** One number for each of several names. Plain elements: long names wrap, and both directions of writing come free. */
export function HorizontalBars({
  rows,
  format,
  order,
  limit = order === 'largest' ? 7 : 12,
  link,
}: HorizontalBarsProps) {
  const t = useTranslations('charts')
  const [page, setPage] = useState(1)
  const [isOpen, setOpen] = useState(false)
  const ranked = largestWithOther(rows, isOpen ? rows.length : limit, t('other'))
  const shown = order === 'largest' ? ranked : rows.slice((page - 1) * limit, page * limit)
  const max = Math.max(1, ...(order === 'largest' ? ranked : rows).map(({ value }) => value))
  return (
    <>
      <ul className="grid grid-cols-[fit-content(42%)_1fr] gap-x-3 gap-y-2">
        {shown.map((row) => (
          <li key={row.id} className="col-span-2 grid grid-cols-subgrid items-center">
            <span className="min-w-0 text-end text-sm leading-snug hyphens-auto">
              <bdi>{link ? link(row) : row.label}</bdi>
            </span>
            <span className="flex min-w-0 items-center gap-2 border-s-2 border-line-strong">
              <Bar share={row.value / max} look={row.id === 'other' ? 'rest' : 'accent'} />
              <span className="figures text-sm font-medium">{format(row.value)}</span>
            </span>
          </li>
        ))}
      </ul>
      {order === 'largest' && rows.length > limit && (
        <button type="button" className="link mt-3 text-sm" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t('closeOther') : t('openOther', { count: rows.length - limit + 1 })}
        </button>
      )}
      {order === 'given' && rows.length > limit && (
        <Pagination page={page} pageSize={limit} total={rows.length} onPage={setPage} />
      )}
    </>
  )
}

const looks = {
  accent: 'bg-mark',
  rest: 'bg-mark-soft',
  soft: 'bg-mark-soft',
  hatched: 'hatched border-2 border-mark',
}

/** A bar from zero that leaves a fifth of the line to its label. */
export function Bar({ share, look }: { share: number; look: keyof typeof looks }) {
  const width = share > 0 ? Math.max(0.5, share * 80) : 0
  return <span aria-hidden="true" className={`h-5 shrink-0 ${looks[look]}`} style={{ width: `${width}%` }} />
}
