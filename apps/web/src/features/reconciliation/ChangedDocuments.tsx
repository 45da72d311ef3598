import type { ChangedDocument } from '@concert/domain/reconciliation-views'
import { formatDate } from '@concert/messages/format'
import { useTranslations } from 'use-intl/react'
import { useMoney } from '../../books/use-money.ts'
import { useReader } from '../../locale.tsx'
import { DataTable } from '../../ui/DataTable.tsx'

/** Documents that say something else than in the last extract that had them, with both versions. */
export function ChangedDocuments({ changes }: { changes: readonly ChangedDocument[] }) {
  const t = useTranslations('reconciliation')
  return (
    <section className="flex flex-col gap-3">
      <h3 className="text-lg font-semibold">{t('preview.changes')}</h3>
      <DataTable
        caption={t('preview.changes')}
        density="dense"
        rows={changes}
        rowKey={({ after }) => after.document}
        columns={[
          { id: 'document', header: t('column.document'), cell: ({ after }) => <bdi>{after.document}</bdi> },
          { id: 'before', header: t('preview.before'), cell: ({ before }) => <Content {...before} /> },
          { id: 'after', header: t('preview.after'), cell: ({ after }) => <Content {...after} /> },
        ]}
      />
    </section>
  )
}

function Content({ postedOn, kind, amount, usdMinor, text }: ChangedDocument['before']) {
  const t = useTranslations('reconciliation')
  const reader = useReader()
  const money = useMoney()
  return (
    <div className="wrap-anywhere">
      <span className="figures">
        {formatDate(reader, postedOn, 'short')} · {money.full(amount)}
        {amount.currency !== 'USD' && ` · ${money.usd(usdMinor)}`}
      </span>
      <span className="block text-sm">{t(`kinds.${kind}`)}</span>
      {text !== '' && <bdi className="block text-sm text-ink-soft">{text}</bdi>}
    </div>
  )
}
