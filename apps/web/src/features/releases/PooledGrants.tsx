import type { GrantPool } from '@concert/domain/grant-publication'
import { useTranslations } from 'use-intl/react'
import { useMoney } from '../../books/use-money.ts'
import { DataTable } from '../../ui/DataTable.tsx'

/** What the next release tells of grants that are not told one by one, and whether some of them wait. */
export function PooledGrants({ pools, wait }: { pools: readonly GrantPool[]; wait: boolean }) {
  const t = useTranslations('releases.grants')
  const money = useMoney()
  const rows = pools.map((pool, index) => ({ ...pool, key: String(index) }))
  return (
    <section aria-label={t('title')} className="mt-8">
      <h3 className="mb-2 font-semibold">{t('title')}</h3>
      <p className="mb-3 max-w-3xl text-sm text-ink-soft">
        {t('lead')} {wait && t('wait')}
      </p>
      {rows.length === 0 ? (
        <p className="text-ink-soft">{t('none')}</p>
      ) : (
        <DataTable
          caption={t('title')}
          density="dense"
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            { id: 'which', header: t('title'), cell: ({ withheld }) => t('which', { withheld }), isRowHeader: true },
            { id: 'awarded', header: t('awarded'), align: 'end', cell: ({ awardedUsd }) => money.usd(awardedUsd) },
            {
              id: 'disbursed',
              header: t('disbursed'),
              align: 'end',
              cell: ({ disbursedUsd }) => money.usd(disbursedUsd),
            },
          ]}
        />
      )}
    </section>
  )
}
