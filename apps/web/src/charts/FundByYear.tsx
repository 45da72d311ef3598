import { formatShortNumber } from '@concert/messages/format'
import { useLocale, useTranslations } from 'use-intl/react'
import { amountKinds, type FundRow } from './fund-row.ts'
import { YearColumns } from './YearColumns.tsx'

export interface FundByYearProps {
  rows: readonly (FundRow & { year: number })[]
}

/** Announced, formalised, received, year by year: three charts on one scale, because they are three things. */
export function FundByYear({ rows }: FundByYearProps) {
  const t = useTranslations('charts')
  const reader = useLocale()
  const max = Math.max(0, ...rows.flatMap((row) => amountKinds.map((kind) => row[kind])))
  return (
    <div className="grid gap-6 lg:grid-cols-3">
      {amountKinds.map((kind) => (
        <div key={kind} className="min-w-0">
          <p className="mb-1 text-sm font-medium first-letter:uppercase">{t(`kinds.${kind}`)}</p>
          <YearColumns
            label={t(`kinds.${kind}`)}
            rows={rows.map((row) => ({ year: row.year, value: row[kind] }))}
            format={(usdMinor) => formatShortNumber(reader, usdMinor / 100)}
            look={kind}
            max={max}
            height={200}
          />
        </div>
      ))}
    </div>
  )
}
