import { lazy, type ReactNode, Suspense, use, useId, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Button } from '../ui/Button.tsx'
import { DataTable } from '../ui/DataTable.tsx'
import { Icon } from '../ui/Icon.tsx'
import { download, toCsv } from './csv.ts'
import { DemonstrationNote } from './demonstration.ts'

const Dialog = lazy(async () => ({ default: (await import('../ui/Dialog.tsx')).Dialog }))

/**
 * The same rows as the marks: names first, then numbers or words, null where there is none yet. The CSV keeps numbers and
 * dates bare; `link` makes a link of a row's name in the table.
 */
export interface TableTwin {
  header: readonly string[]
  rows: readonly { id: string; name: string; values: readonly (number | string | null)[] }[]
  format: (value: number) => string
  link?: (row: { id: string; name: string }) => ReactNode
}

export interface ChartFrameProps {
  /** A sentence that says what the chart found. */
  headline: string
  /** Measure, unit, coverage, period. */
  subtitle: string
  source: string
  /** Already written in the reader's language. */
  asOf: string
  table: TableTwin
  /** Without an extension. */
  fileName: string
  proof?: () => ReactNode
  children: ReactNode
}

/** What stands around every chart: finding, measure, marks or their table, source, time and proof. */
export function ChartFrame({ headline, subtitle, source, asOf, table, fileName, proof, children }: ChartFrameProps) {
  const t = useTranslations('charts')
  const demonstration = use(DemonstrationNote)
  const headlineId = useId()
  const [isTable, setTable] = useState(false)
  const [isProofOpen, setProofOpen] = useState(false)
  return (
    <figure aria-labelledby={headlineId} className="flex min-w-0 flex-col">
      <h3 id={headlineId} className="text-lg leading-snug font-semibold text-ink">
        {headline}
      </h3>
      <p className="mt-1 text-sm text-ink-soft">{subtitle}</p>
      <div className="mt-5 grow">{isTable ? <Twin table={table} caption={headline} /> : children}</div>
      <figcaption className="mt-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line pt-2 text-sm text-ink-soft">
        <span>{t('sourceAsOf', { source, asOf })}</span>
        <span className="-mx-2.5 flex flex-wrap">
          <Button look="quiet" size="small" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
            {t('table')}
          </Button>
          <Button look="quiet" size="small" onClick={() => saveCsv(fileName, table, demonstration)}>
            <Icon name="download" /> CSV
          </Button>
          {proof && (
            <Button look="quiet" size="small" aria-haspopup="dialog" onClick={() => setProofOpen(true)}>
              <Icon name="proof" /> {t('proof')}
            </Button>
          )}
        </span>
      </figcaption>
      {isProofOpen && proof && (
        <Suspense>
          <Dialog isOpen title={headline} size="wide" onClose={() => setProofOpen(false)}>
            {proof()}
          </Dialog>
        </Suspense>
      )}
    </figure>
  )
}

function saveCsv(fileName: string, { header, rows }: TableTwin, demonstration: string | null): void {
  const lines: (string | number)[][] = rows.map(({ name, values }) => [name, ...values.map((value) => value ?? '')])
  if (demonstration) lines.push([demonstration])
  const name = demonstration ? `demonstration-${fileName}` : fileName
  download(`${name}.csv`, 'text/csv;charset=utf-8', toCsv(header, lines))
}

function Twin({ table, caption }: { table: TableTwin; caption: string }) {
  const [nameHeader = '', ...valueHeaders] = table.header
  return (
    <div className="max-h-96 overflow-y-auto">
      <DataTable
        caption={caption}
        density="dense"
        rows={table.rows}
        rowKey={({ id }) => id}
        columns={[
          { id: 'name', header: nameHeader, cell: (row) => table.link?.(row) ?? row.name },
          ...valueHeaders.map((header, index) => ({
            id: header,
            header,
            align: table.rows.some(({ values }) => typeof values[index] === 'string')
              ? ('start' as const)
              : ('end' as const),
            cell: ({ values }: TableTwin['rows'][number]) => writeOrDash(values[index] ?? null, table.format),
          })),
        ]}
      />
    </div>
  )
}

function writeOrDash(value: number | string | null, format: TableTwin['format']): string {
  if (typeof value === 'string') return value
  return value === null ? '–' : format(value)
}
