import {
  notSpecified,
  type ReleaseContent,
  type ReleaseReasons,
  type ReleaseTable,
  releaseTables,
  severalPlaces,
} from '@concert/domain/people-release'
import { formatNumber } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../../locale.tsx'
import { trpc } from '../../trpc.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { useWordsAt } from '../../words.ts'

interface CountTablesProps {
  content: ReleaseContent
  /** What stands beside it in a preview. */
  before?: ReleaseContent
  /** Why what is not told is not, in a preview. */
  reasons?: ReleaseReasons
}

/** The fixed tables of a release: people assisted along each breakdown, with what is not told said as such. */
export function CountTables({ content, before, reasons }: CountTablesProps) {
  const t = useTranslations('releases')
  const nameOf = useCellNames()
  const write = useCounts()
  return (
    <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
      {releaseTables.map((id) => {
        const table = content.assisted[id]
        const old = before?.assisted[id]
        const keys = [...new Set([...Object.keys(table.cells), ...Object.keys(old?.cells ?? {})])].toSorted()
        const rows = [
          ...keys.map((key) => ({
            key,
            name: nameOf(id, key),
            count: key in table.cells ? (table.cells[key] ?? null) : 0,
            was: old && key in old.cells ? (old.cells[key] ?? null) : 0,
            reason: reasons?.[id].cells[key] ?? null,
          })),
          {
            key: 'total',
            name: t('total'),
            count: table.total,
            was: old ? old.total : 0,
            reason: reasons?.[id].total ?? null,
          },
        ]
        return (
          <section key={id} aria-label={t(`tables.${id}`)}>
            <h3 className="mb-2 font-semibold">{t(`tables.${id}`)}</h3>
            {table.held && <p className="mb-2 text-sm text-ink-soft">{t('held')}</p>}
            <DataTable
              caption={`${t('assisted')}: ${t(`tables.${id}`)}`}
              density="dense"
              rows={rows}
              rowKey={(row) => row.key}
              columns={[
                { id: 'what', header: t('column.what'), cell: (row) => row.name, isRowHeader: true },
                ...(before
                  ? [
                      {
                        id: 'was',
                        header: t('column.now'),
                        align: 'end' as const,
                        cell: (row: (typeof rows)[number]) => write(row.was),
                      },
                    ]
                  : []),
                {
                  id: 'count',
                  header: before ? t('column.next') : t('column.count'),
                  align: 'end',
                  cell: (row) => (
                    <>
                      {write(row.count)}
                      {row.reason && <span className="block text-sm text-ink-soft">{t(`why.${row.reason}`)}</span>}
                    </>
                  ),
                },
              ]}
            />
          </section>
        )
      })}
    </div>
  )
}

/** A count, or that it is not told. */
export function useCounts(): (count: number | null) => string {
  const t = useTranslations('releases')
  const reader = useReader()
  return (count) => (count === null ? t('notTold') : formatNumber(reader, count))
}

function useCellNames(): (table: ReleaseTable, key: string) => string {
  const t = useTranslations('releases')
  const wordsAt = useWordsAt()
  const reader = useReader()
  const { data: places } = useSuspenseQuery(trpc.places.list.queryOptions({ locale: reader }, { staleTime: 3_600_000 }))
  return (table, key) => {
    if (key === notSpecified) return t('notSpecified')
    if (key === severalPlaces) return t('several')
    if (table === 'subregion') return places.find(({ code }) => code === key)?.name ?? key
    if (table === 'form') return wordsAt(`codes.exploitationForms.${key}`) ?? key
    if (table === 'year') return key
    const [sex, ageGroup] = key.split(':')
    return `${wordsAt(`codes.sexes.${sex}`) ?? sex}, ${wordsAt(`codes.ageGroups.${ageGroup}`) ?? ageGroup}`
  }
}
