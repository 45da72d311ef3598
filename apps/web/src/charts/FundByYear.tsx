import { useTranslations } from 'use-intl/react'
import { amountKinds, type FundRow } from './fund-row.ts'
import { YearColumns } from './YearColumns.tsx'

export interface FundByYearProps {
  rows: readonly (FundRow & { year: number })[]
  format: (usdMinor: number) => string
}

/** Announced, formalised, received, year by year: three charts on one scale, because they are three things. */
export function FundByYear({ rows, format }: FundByYearProps) {
  const t = useTranslations('charts')
  const max = Math.max(0, ...rows.flatMap((row) => amountKinds.map((kind) => row[kind])))
  return (
    <div className="grid gap-6 lg:grid-cols-3">
      {amountKinds.map((kind) => (
        <div key={kind} className="min-w-0">
          <p className="mb-1 text-sm font-medium first-letter:uppercase">{t(`kinds.${kind}`)}</p>
          <YearColumns
            label={t(`kinds.${kind}`)}
            rows={rows.map((row) => ({ year: row.year, value: row[kind] }))}
            format={format}
            look={kind}
            max={max}
            height={200}
          />
        </div>
      ))}
    </div>
  )
}
