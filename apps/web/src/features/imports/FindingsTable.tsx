import type { ImportFinding } from '@concert/domain/imported-activity'
import { formatNumber } from '@concert/messages/format'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../../locale.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { Pagination } from '../../ui/Pagination.tsx'
import { useWordsAt } from '../../words.ts'

const pageSize = 25

type PlacedFinding = ImportFinding & { file: string }

interface FindingsTableProps {
  findings: readonly PlacedFinding[]
  /** How many there are in all; the server sends the first ones of each file. */
  total: number
  showFile: boolean
}

/** Where, what and why; what was refused comes first. */
export function FindingsTable({ findings, total, showFile }: FindingsTableProps) {
  const t = useTranslations('imports')
  const reader = useReader()
  const wordsAt = useWordsAt()
  const [page, setPage] = useState(1)
  const sorted = findings.toSorted((a, b) => rankOf(a) - rankOf(b))
  const columns: Column<PlacedFinding>[] = [
    {
      id: 'reason',
      header: t('findings.reason'),
      isRowHeader: true,
      cell: ({ code, params, count }) => (
        <>
          {wordsAt(`imports.reasons.${code}`, params) ?? code}
          {count > 1 && <span className="text-ink-soft"> ({t('findings.times', { count })})</span>}
        </>
      ),
    },
    {
      id: 'effect',
      header: t('findings.effect'),
      cell: ({ severity, scope }) => (
        <Badge tone={severity === 'refused' ? 'danger' : 'neutral'}>
          {t(severity === 'warning' ? 'effects.warning' : `effects.${scope}`)}
        </Badge>
      ),
    },
    ...(showFile
      ? [
          {
            id: 'file',
            header: t('files.file'),
            cell: ({ file }: PlacedFinding) => <bdi className="wrap-anywhere">{file}</bdi>,
          },
        ]
      : []),
    {
      id: 'line',
      header: t('findings.line'),
      align: 'end',
      cell: ({ line }) => (line === null ? '–' : formatNumber(reader, line)),
    },
    {
      id: 'activity',
      header: t('findings.activity'),
      cell: ({ activity }) => <bdi className="wrap-anywhere">{activity ?? '–'}</bdi>,
    },
    {
      id: 'element',
      header: t('findings.element'),
      cell: ({ element }) => (element ? <code className="text-sm wrap-anywhere">{element}</code> : '–'),
    },
  ]
  if (findings.length === 0) return <p className="text-ink-soft">{t('findings.none')}</p>
  return (
    <div>
      <h3 className="mb-3 text-lg font-semibold">{t('findings.title')}</h3>
      <DataTable
        caption={t('findings.caption')}
        columns={columns}
        rows={sorted.slice((page - 1) * pageSize, page * pageSize)}
        rowKey={(finding) => `${finding.file} ${sorted.indexOf(finding)}`}
        density="dense"
      />
      <Pagination page={page} pageSize={pageSize} total={sorted.length} onPage={setPage} />
      {total > findings.length && (
        <p className="mt-3 text-sm text-ink-soft">
          {t('findings.shown', { shown: formatNumber(reader, findings.length), total: formatNumber(reader, total) })}
        </p>
      )}
    </div>
  )
}

function rankOf({ severity, scope }: ImportFinding): number {
  if (severity === 'warning') return 3
  return ['file', 'activity', 'transaction'].indexOf(scope)
}
