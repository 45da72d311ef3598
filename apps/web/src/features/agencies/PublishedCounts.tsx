import { formatNumber } from '@concert/messages/format'
import { Suspense } from 'react'
import { useTranslations } from 'use-intl/react'
import { ChartFrame } from '../../charts/ChartFrame.tsx'
import { YearColumns } from '../../charts/lazy.ts'
import { useReader } from '../../locale.tsx'
import type { Answers } from '../../trpc.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'

type Count = Answers['agencies']['list']['counts'][number]

/** How many members different sources counted: a picture of the last one of each year, and every one with its source. */
export function PublishedCounts({ counts }: { counts: readonly Count[] }) {
  const t = useTranslations('agencies')
  const reader = useReader()
  const members = counts.filter(({ kind }) => kind === 'members')
  const byYear = new Map(members.map(({ asOf, count }) => [Number(asOf.slice(0, 4)), count]))
  const rows = [...byYear].map(([year, value]) => ({ year, value }))
  const last = members.at(-1)
  const write = (value: number) => formatNumber(reader, value)
  return (
    <div className="grid gap-10 lg:grid-cols-2">
      {last && (
        <ChartFrame
          headline={t('counts.headline', { count: last.count, year: last.asOf.slice(0, 4) })}
          subtitle={t('counts.subtitle')}
          source={t('counts.source')}
          asOf={last.asOf}
          fileName="members-published"
          table={{
            header: [t('year'), t('column.count')],
            rows: rows.map(({ year, value }) => ({ id: String(year), name: String(year), values: [value] })),
            format: write,
          }}
        >
          <Suspense fallback={<Skeleton height={15} />}>
            <YearColumns label={t('counts.subtitle')} rows={rows} format={write} />
          </Suspense>
        </ChartFrame>
      )}
      <DataTable
        caption={t('counts.caption')}
        density="dense"
        rows={counts}
        rowKey={({ asOf }) => asOf}
        columns={[
          {
            id: 'asOf',
            header: t('column.asOf'),
            cell: ({ asOf }) => <span className="figures whitespace-nowrap">{asOf}</span>,
          },
          { id: 'count', header: t('column.count'), align: 'end', cell: ({ count }) => write(count) },
          { id: 'kind', header: t('column.meaning'), cell: ({ kind }) => t(`counts.kind.${kind}`) },
          {
            id: 'source',
            header: t('column.source'),
            cell: ({ source }) => (
              <bdi lang="en" className="break-words">
                {source}
              </bdi>
            ),
          },
        ]}
      />
    </div>
  )
}
