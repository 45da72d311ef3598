import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Pagination } from '../ui/Pagination.tsx'
import { amountKinds, type FundRow } from './fund-row.ts'
import { Bar } from './HorizontalBars.tsx'

export interface AnnouncedFormalisedReceivedProps {
  rows: readonly FundRow[]
  /** Writes minor units of US dollars. */
  format: (usdMinor: number) => string
  limit?: number
  link?: (row: FundRow) => ReactNode
}

const looks = { announced: 'hatched', formalised: 'soft', received: 'accent' } as const

/** Three bars for each name, each saying what it is. They are three numbers and never one. */
export function AnnouncedFormalisedReceived({ rows, format, limit = 6, link }: AnnouncedFormalisedReceivedProps) {
  const t = useTranslations('charts')
  const [page, setPage] = useState(1)
  const max = Math.max(1, ...rows.flatMap((row) => amountKinds.map((kind) => row[kind])))
  const shown = rows.slice((page - 1) * limit, page * limit)
  return (
    <>
      <ul className="grid gap-y-5">
        {shown.map((row) => (
          <li key={row.id}>
            {row.label && (
              <p className="mb-1 text-sm font-medium">
                <bdi>{link ? link(row) : row.label}</bdi>
              </p>
            )}
            <ul className="grid gap-y-1 border-s-2 border-line-strong">
              {amountKinds.map((kind) => (
                <li key={kind} className="flex items-center gap-2">
                  <Bar share={(row[kind] / max) * 0.75} look={looks[kind]} />
                  <span className="min-w-0 text-sm leading-snug">
                    <span className="figures font-medium">{format(row[kind])}</span>{' '}
                    <span className="text-ink-soft">{t(`kinds.${kind}`)}</span>
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <div className={rows.length > limit ? '' : 'hidden'}>
        <Pagination page={page} pageSize={limit} total={rows.length} onPage={setPage} />
      </div>
    </>
  )
}
