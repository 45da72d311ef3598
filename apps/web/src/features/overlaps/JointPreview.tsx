import type { DraftField } from '@concert/domain/activity-merge'
import { jointDraft } from '@concert/domain/joint-activity'
import type { PairSide } from '@concert/domain/overlap-verdict'
import { useTranslations } from 'use-intl/react'
import { useFieldText } from '../../coordination/use-activity-words.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { Value } from './SideBySide.tsx'

interface JointPreviewProps {
  kept: PairSide
  joined: PairSide
  fromOther: readonly DraftField[]
}

/** What the joint activity would say, and from which record each field comes. */
export function JointPreview({ kept, joined, fromOther }: JointPreviewProps) {
  const t = useTranslations('overlaps')
  const words = useTranslations('activities')
  const textOf = useFieldText()
  const { draft, fields } = jointDraft(kept, joined, fromOther)
  const rows = fields
    .map(({ field, outcome }) => ({ field, outcome, text: textOf(field, draft) }))
    .filter(({ text }) => text !== '')
  return (
    <DataTable
      caption={t('join.preview')}
      density="dense"
      rows={rows}
      rowKey={({ field }) => field}
      columns={[
        { id: 'field', header: t('pair.field'), cell: ({ field }) => words(`fields.${field}`) },
        { id: 'value', header: t('join.value'), cell: ({ text }) => <Value text={text} /> },
        {
          id: 'from',
          header: t('join.from'),
          cell: ({ outcome }) =>
            outcome === 'same' || outcome === 'united' ? (
              t(`join.outcomes.${outcome}`)
            ) : (
              <bdi className="figures">{(outcome === 'kept' ? kept : joined).activity.reference}</bdi>
            ),
        },
      ]}
    />
  )
}
