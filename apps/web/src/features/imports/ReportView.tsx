import type { FileReport, ImportReport } from '@concert/domain/import-plan'
import { formatNumber } from '@concert/messages/format'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../../locale.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { FindingsTable } from './FindingsTable.tsx'

const counted = ['new', 'changed', 'unchanged', 'refused'] as const

/** What an import would do or did: the counts, the same by file, and every finding with its place. */
export function ReportView({ report }: { report: ImportReport }) {
  const t = useTranslations('imports')
  const reader = useReader()
  const columns: Column<FileReport>[] = [
    {
      id: 'file',
      header: t('files.file'),
      cell: (file) => (
        <span className="flex flex-wrap items-center gap-2 wrap-anywhere">
          <bdi>{file.file}</bdi>
          {file.refusedAsWhole && <Badge tone="danger">{t('files.refusedAsWhole')}</Badge>}
        </span>
      ),
    },
    ...counted.map((id): Column<FileReport> => {
      return { id, header: t(`counts.${id}`), align: 'end', cell: (file) => formatNumber(reader, file[id]) }
    }),
  ]
  const findings = report.files.flatMap((file) => file.findings.map((finding) => ({ ...finding, file: file.file })))
  return (
    <>
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        {counted.map((id) => (
          <div key={id} className="rounded border border-line bg-surface px-4 py-3">
            <dt className="text-sm text-ink-soft">{t(`counts.${id}`)}</dt>
            <dd className="figures text-3xl font-semibold">{formatNumber(reader, report[id])}</dd>
          </div>
        ))}
      </dl>
      {report.files.length > 1 && (
        <DataTable
          caption={t('files.caption')}
          columns={columns}
          rows={report.files}
          rowKey={(file) => `${file.file} ${file.bytes} ${report.files.indexOf(file)}`}
          density="dense"
        />
      )}
      <FindingsTable
        findings={findings}
        total={report.files.reduce((sum, file) => sum + file.findingsCount, 0)}
        showFile={report.files.length > 1}
      />
    </>
  )
}
