import type { PublicGrantRow } from '@concert/domain/grant-views'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useMoney } from '../../books/use-money.ts'
import { AddressLink } from '../../layout/AddressLink.tsx'
import { useReader } from '../../locale.tsx'
import { trpc } from '../../trpc.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { Pagination } from '../../ui/Pagination.tsx'
import { AidKinds } from './GrantState.tsx'

const pageSize = 25

/** Grants as anyone may see them. Where only the region is told, the other cells say so. */
export function PublicGrantTable({ rows }: { rows: readonly PublicGrantRow[] }) {
  const t = useTranslations('grants')
  const tCodes = useTranslations('codes')
  const money = useMoney()
  const reader = useReader()
  const [page, setPage] = useState(1)
  const { data: places } = useSuspenseQuery(trpc.places.list.queryOptions({ locale: reader }))
  const nameOf = (code: string) => places.find((place) => place.code === code)?.name ?? code
  const unsaid = <span className="text-ink-soft">{t('public.unsaid')}</span>
  return (
    <div>
      <DataTable
        caption={t('public.listTitle')}
        rows={rows.slice((page - 1) * pageSize, page * pageSize)}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'grantee',
            header: t('column.grantee'),
            cell: ({ grantee, title }) =>
              grantee ? (
                <>
                  <bdi>{grantee.name}</bdi>
                  <bdi className="block text-sm font-normal text-ink-soft">{title}</bdi>
                </>
              ) : (
                <span className="font-normal text-ink-soft">{t('public.unnamed')}</span>
              ),
          },
          {
            id: 'kind',
            header: t('column.granteeKind'),
            cell: ({ grantee }) => (grantee ? tCodes(`granteeKinds.${grantee.kind}`) : unsaid),
          },
          {
            id: 'place',
            header: t('column.place'),
            cell: ({ placeCode }) => <AddressLink address={`/places/${placeCode}`}>{nameOf(placeCode)}</AddressLink>,
          },
          { id: 'aid', header: t('column.aid'), cell: ({ aidKinds }) => <AidKinds kinds={aidKinds} /> },
          { id: 'call', header: t('column.call'), cell: ({ call }) => <bdi>{call}</bdi> },
          {
            id: 'awarded',
            header: t('column.awarded'),
            align: 'end',
            cell: ({ awarded, awardedUsd }) =>
              awarded ? (
                <>
                  {money.full(awarded)}
                  {awarded.currency !== 'USD' && awardedUsd !== null && (
                    <span className="block text-sm text-ink-soft">{money.usd(awardedUsd)}</span>
                  )}
                </>
              ) : (
                unsaid
              ),
          },
        ]}
      />
      {rows.length > pageSize && <Pagination page={page} pageSize={pageSize} total={rows.length} onPage={setPage} />}
    </div>
  )
}
