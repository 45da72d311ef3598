import type { ActivitySummary, PlaceRef } from '@concert/domain/activity-view'
import { inLocale } from '@concert/domain/locales'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { ActivityTitle } from '../../coordination/ActivityTitle.tsx'
import { useCodeName, usePeriod } from '../../coordination/use-activity-words.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { StatusBadge, VisibilityBadges } from './StatusBadges.tsx'

interface ActivityTableProps<Row extends ActivitySummary> {
  rows: readonly Row[]
  empty?: ReactNode
  /** What stands under the title. */
  note?: (row: Row) => ReactNode
}

const placesShown = 3

export function ActivityTable<Row extends ActivitySummary>({ rows, empty, note }: ActivityTableProps<Row>) {
  const t = useTranslations('activities')
  const codeName = useCodeName()
  const period = usePeriod()
  return (
    <DataTable
      caption={t('list.caption')}
      rows={rows}
      rowKey={(row) => row.reference}
      empty={empty}
      columns={[
        {
          id: 'activity',
          header: t('list.activity'),
          cell: (row) => (
            <>
              <Link to={paths.activity} params={{ reference: row.reference }} className="link font-medium">
                <ActivityTitle activity={row} />
              </Link>
              <span className="mt-1 flex flex-wrap items-center gap-2 text-sm font-normal text-ink-soft">
                <span className="figures">{row.reference}</span>
                {row.kind && <span>{codeName('activityKinds', row.kind)}</span>}
                <VisibilityBadges activity={row} />
              </span>
              {note?.(row)}
            </>
          ),
        },
        { id: 'who', header: t('list.who'), cell: (row) => <Agencies row={row} /> },
        { id: 'where', header: t('list.where'), cell: (row) => <Places places={row.places} /> },
        {
          id: 'when',
          header: t('list.when'),
          cell: (row) => <span className="figures text-sm sm:block sm:min-w-32">{period(row.startOn, row.endOn)}</span>,
        },
        { id: 'status', header: t('fields.status'), cell: (row) => <StatusBadge status={row.status} /> },
      ]}
    />
  )
}

function Agencies({ row }: { row: ActivitySummary }) {
  return (
    <>
      {row.lead && <bdi className="font-medium">{row.lead.acronym}</bdi>}
      {row.partners.map(({ id, acronym }) => (
        <span key={id} className="text-ink-soft">
          {' · '}
          <bdi>{acronym}</bdi>
        </span>
      ))}
    </>
  )
}

function Places({ places }: { places: readonly PlaceRef[] }) {
  const t = useTranslations('activities')
  const reader = useReader()
  const shown = places.slice(0, placesShown)
  return (
    <span className="text-sm">
      {shown.map(({ names }) => inLocale(names, reader)).join(' · ')}
      {places.length > placesShown && ` ${t('morePlaces', { count: places.length - placesShown })}`}
    </span>
  )
}
