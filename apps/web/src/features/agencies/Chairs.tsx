import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { paths } from '../../paths.ts'
import type { Answers } from '../../trpc.ts'
import { Badge } from '../../ui/Badge.tsx'
import { DataTable } from '../../ui/DataTable.tsx'

type Chairs = Answers['agencies']['list']['chairs'][number]

export function ChairsTable({ chairs }: { chairs: readonly Chairs[] }) {
  const t = useTranslations('agencies')
  return (
    <DataTable
      caption={t('chairs.title')}
      density="dense"
      rows={chairs}
      rowKey={({ year }) => String(year)}
      columns={[
        { id: 'year', header: t('year'), cell: ({ year }) => <span className="figures">{year}</span> },
        {
          id: 'chairs',
          header: t('column.chairs'),
          cell: ({ agencies }) => (
            <ul className="flex flex-wrap gap-x-4 gap-y-1">
              {agencies.map(({ slug, acronym, unverified, membershipId }) => (
                <li key={membershipId}>
                  <Link to={paths.agency} params={{ slug }} className="link">
                    {acronym}
                  </Link>{' '}
                  {unverified && <Badge tone="warning">{t('unverified')}</Badge>}
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  )
}
