import type { GrantReport, GrantStory } from '@concert/domain/grant-views'
import { formatDate, formatNumber } from '@concert/messages/format'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../../locale.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { Section } from '../../ui/Section.tsx'
import { ReportDialog } from './actions/ReportDialog.tsx'

/** What the grantee reported and whom it says it assisted; the public sees no count before it is released. */
export function GrantReports({ grant }: { grant: GrantStory }) {
  const t = useTranslations('grants.reports')
  const reader = useReader()
  const [edited, setEdited] = useState<GrantReport | 'new' | null>(null)
  const add = (
    <Button size="small" onClick={() => setEdited('new')}>
      {t('add')}
    </Button>
  )
  return (
    <Section title={t('title')} lead={t('lead')} actions={add}>
      {grant.reports.length === 0 ? (
        <p className="text-ink-soft">{t('none')}</p>
      ) : (
        <DataTable
          caption={t('title')}
          density="dense"
          rows={grant.reports}
          rowKey={({ id }) => id}
          columns={[
            { id: 'kind', header: t('kind'), cell: ({ kind }) => t(`kinds.${kind}`) },
            { id: 'due', header: t('dueOn'), cell: ({ dueOn }) => formatDate(reader, dueOn, 'short') },
            { id: 'state', header: t('state'), cell: (report) => <ReportState report={report} /> },
            {
              id: 'assisted',
              header: t('assisted'),
              align: 'end',
              cell: ({ assisted }) => (assisted === null ? '–' : formatNumber(reader, assisted)),
            },
            { id: 'people', header: t('people'), cell: ({ people }) => <People people={people} /> },
            {
              id: 'todo',
              header: t('todo'),
              align: 'end',
              cell: (report) => (
                <Button
                  size="small"
                  aria-label={t('changeOne', {
                    kind: t(`kinds.${report.kind}`),
                    date: formatDate(reader, report.dueOn, 'short'),
                  })}
                  onClick={() => setEdited(report)}
                >
                  {t('change')}
                </Button>
              ),
            },
          ]}
        />
      )}
      {edited && (
        <ReportDialog grantId={grant.id} report={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </Section>
  )
}

function ReportState({ report }: { report: GrantReport }) {
  const t = useTranslations('grants.reports')
  const reader = useReader()
  if (report.receivedOn === null) return <Badge>{t('awaited')}</Badge>
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Badge tone={report.accepted ? 'success' : 'accent'}>{report.accepted ? t('accepted') : t('received')}</Badge>
      <span className="text-sm text-ink-soft">{formatDate(reader, report.receivedOn, 'short')}</span>
    </span>
  )
}

function People({ people }: { people: GrantReport['people'] }) {
  const t = useTranslations('grants.reports')
  const tCodes = useTranslations('codes')
  return (
    <ul className="text-sm">
      {people.map((cell) => (
        <li key={`${cell.form} ${cell.sex} ${cell.ageGroup}`}>
          {t('cell', {
            count: cell.people,
            sex: tCodes(`sexes.${cell.sex}`),
            age: tCodes(`ageGroups.${cell.ageGroup}`),
            form: tCodes(`exploitationForms.${cell.form}`),
          })}
        </li>
      ))}
    </ul>
  )
}
