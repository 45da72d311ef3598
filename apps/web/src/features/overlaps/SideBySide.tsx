import { type DraftField, draftFields, sameValue } from '@concert/domain/activity-merge'
import type { PairSide } from '@concert/domain/overlap-verdict'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useFieldText } from '../../coordination/use-activity-words.ts'
import { paths } from '../../paths.ts'
import { Badge } from '../../ui/Badge.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { Switch } from '../../ui/Switch.tsx'

interface Row {
  field: DraftField | 'lead'
  name: string
  values: [string, string]
  differs: boolean
}

/** What both records say, field by field; what neither says is left out, and what differs is marked in a word. */
export function SideBySide({ sides }: { sides: readonly [PairSide, PairSide] }) {
  const t = useTranslations('overlaps.pair')
  const [isNarrowed, setNarrowed] = useState(false)
  const rows = useRows(sides)
  const [one, other] = sides
  const hidesAssisted = sides.some(({ seesAssisted }) => !seesAssisted)
  const column = (side: PairSide, at: 0 | 1) => ({
    id: side.activity.reference,
    header: `${side.activity.lead?.acronym ?? ''} ${side.activity.reference}`.trim(),
    cell: ({ values }: Row) => <Value text={values[at]} />,
  })
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          {sides.map(({ activity }) => (
            <li key={activity.reference}>
              <Link to={paths.activity} params={{ reference: activity.reference }} className="link figures">
                {activity.reference}
              </Link>{' '}
              <bdi>{activity.lead?.acronym}</bdi>
            </li>
          ))}
        </ul>
        <Switch label={t('onlyDifferences')} value={isNarrowed} onChange={setNarrowed} />
      </div>
      <DataTable
        caption={t('caption', { one: one.activity.reference, other: other.activity.reference })}
        rows={isNarrowed ? rows.filter(({ differs }) => differs) : rows}
        rowKey={({ field }) => field}
        columns={[
          {
            id: 'field',
            header: t('field'),
            cell: ({ name, differs }) => (
              <span className="flex flex-wrap items-center gap-2">
                {name}
                <Badge tone={differs ? 'warning' : 'neutral'}>{t(differs ? 'differs' : 'same')}</Badge>
              </span>
            ),
          },
          column(one, 0),
          column(other, 1),
        ]}
      />
      {hidesAssisted && <p className="text-sm text-ink-soft">{t('assistedHidden')}</p>}
    </div>
  )
}

export function Value({ text }: { text: string }) {
  const t = useTranslations('overlaps.pair')
  if (text === '') return <span className="text-ink-soft">{t('empty')}</span>
  return (
    <span dir="auto" className="block whitespace-pre-line break-words">
      {text}
    </span>
  )
}

function useRows([one, other]: readonly [PairSide, PairSide]): Row[] {
  const t = useTranslations('overlaps.pair')
  const words = useTranslations('activities')
  const textOf = useFieldText()
  const leads: [string, string] = [one.activity.lead?.acronym ?? '', other.activity.lead?.acronym ?? '']
  const rows: Row[] = [
    { field: 'lead', name: t('lead_agency'), values: leads, differs: leads[0] !== leads[1] },
    ...draftFields.map((field): Row => {
      const values: [string, string] = [textOf(field, one.draft), textOf(field, other.draft)]
      const differs = !sameValue(one.draft[field], other.draft[field])
      return { field, name: words(`fields.${field}`), values, differs }
    }),
  ]
  return rows.filter(({ values }) => values.some((text) => text !== ''))
}
