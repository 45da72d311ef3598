import type { ThreeRatesRow } from '@concert/domain/three-rates'
import { formatDate } from '@concert/messages/format'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useMoney } from '../../books/use-money.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { Pagination } from '../../ui/Pagination.tsx'

const pageSize = 40

type Amounts =
  | 'announcedUsd'
  | 'meetingUsd'
  | 'announcementToMeeting'
  | 'receivedAtAnnouncementUsd'
  | 'announcementToReceipt'
  | 'receivedUsd'

/** Pledges one by one; a column at the meeting's rate only where there is one. */
export function ThreeRatesTable({ caption, rows }: { caption: string; rows: readonly ThreeRatesRow[] }) {
  const t = useTranslations('rates.three')
  const reader = useReader()
  const money = useMoney()
  const [page, setPage] = useState(1)
  const pages = Math.max(1, Math.ceil(rows.length / pageSize))
  const here = Math.min(page, pages)
  const usd = (id: Amounts, header: string): Column<ThreeRatesRow> => ({
    id,
    header,
    align: 'end',
    cell: (row) => {
      const minor = row[id]
      return minor === null ? '–' : money.bareUsd(minor)
    },
  })
  const hasMeeting = rows.some(({ meetingUsd }) => meetingUsd !== null)
  return (
    <div>
      <DataTable
        caption={caption}
        density="dense"
        rows={rows.slice((here - 1) * pageSize, here * pageSize)}
        rowKey={({ reference }) => reference}
        columns={[
          {
            id: 'pledge',
            header: t('pledge'),
            cell: ({ reference, donorName, announcedOn }) => (
              <>
                <Link to={paths.pledge} params={{ reference }} className="link whitespace-nowrap">
                  {reference}
                </Link>
                <span className="block text-sm font-normal text-ink-soft">
                  <bdi>{donorName ?? t('anonymous')}</bdi> · {formatDate(reader, announcedOn, 'short')}
                </span>
              </>
            ),
          },
          { id: 'announced', header: t('announced'), align: 'end', cell: ({ announced }) => money.full(announced) },
          usd('announcedUsd', t('atAnnouncement')),
          ...(hasMeeting ? [usd('announcementToMeeting', t('toMeeting')), usd('meetingUsd', t('atMeeting'))] : []),
          usd('receivedAtAnnouncementUsd', t('receivedAtAnnouncement')),
          usd('announcementToReceipt', t('toReceipt')),
          usd('receivedUsd', t('atReceipt')),
        ]}
      />
      <Pagination page={here} pageSize={pageSize} total={rows.length} onPage={setPage} />
    </div>
  )
}
