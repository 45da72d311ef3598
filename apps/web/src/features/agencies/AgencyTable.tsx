import { codeKey } from '@concert/domain/codelists'
import { inLocale } from '@concert/domain/locales'
import { formatNumber } from '@concert/messages/format'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { useHasRole } from '../../roles.ts'
import type { Answers } from '../../trpc.ts'
import { Badge } from '../../ui/Badge.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { ConfirmMembership } from './ConfirmMembership.tsx'
import { isUnverified, Roles } from './Roles.tsx'

export type ListedAgency = Answers['agencies']['list']['agencies'][number]

interface AgencyTableProps {
  caption: string
  agencies: readonly ListedAgency[]
  /** The year whose standing is shown; without it, none is. */
  year?: number
}

/** Agencies in the order of their short names, with their roles; a coordinator confirms what is unverified. */
export function AgencyTable({ caption, agencies, year }: AgencyTableProps) {
  const t = useTranslations('agencies')
  const tCodes = useTranslations('codes')
  const reader = useReader()
  const isCoordinator = useHasRole('coordinator')
  const columns: Column<ListedAgency>[] = [
    {
      id: 'agency',
      header: t('column.agency'),
      cell: (agency) => (
        <>
          <Link to={paths.agency} params={{ slug: agency.slug }} className="link font-semibold">
            {agency.acronym}
          </Link>
          <span className="block text-sm font-normal text-ink-soft">{inLocale(agency.names, reader)}</span>
        </>
      ),
    },
    {
      id: 'class',
      header: t('column.class'),
      isHiddenOnCards: true,
      cell: (agency) => tCodes(codeKey('agencyClasses', agency.class)),
    },
    { id: 'roles', header: t('column.roles'), cell: (agency) => <Roles memberships={agency.memberships} /> },
  ]
  if (year !== undefined) {
    columns.push({
      id: 'standing',
      header: t('column.standing', { year: String(year) }),
      cell: ({ standing }) => (
        <Badge tone={standing === 'certain' ? 'success' : 'neutral'}>{t(`standing.${standing}`)}</Badge>
      ),
    })
  }
  columns.push({
    id: 'activities',
    header: t('column.activities'),
    align: 'end',
    cell: ({ activities }) => formatNumber(reader, activities),
  })
  if (isCoordinator) {
    columns.push({
      id: 'confirm',
      header: t('column.action'),
      cell: (agency) =>
        agency.memberships
          .filter(isUnverified)
          .map(({ id, role }) => (
            <ConfirmMembership
              key={id}
              id={id}
              agency={agency.acronym}
              role={tCodes(codeKey('membershipRoles', role))}
            />
          )),
    })
  }
  return <DataTable caption={caption} columns={columns} rows={agencies} rowKey={(agency) => agency.id} />
}
