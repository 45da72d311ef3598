import { formatDate } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { Section } from '../../ui/Section.tsx'

/** What the working group decided that one's agency does. */
export function InboxAgenda() {
  const t = useTranslations('agenda')
  const reader = useReader()
  const { data: decisions } = useSuspenseQuery(trpc.agenda.ourDecisions.queryOptions())
  if (decisions.length === 0) return null
  return (
    <Section title={t('inbox.title')} lead={t('inbox.lead')}>
      <DataTable
        caption={t('inbox.title')}
        rows={decisions}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'decision',
            header: t('columns.decision'),
            cell: ({ text, meeting }) => (
              <Link to={paths.agenda} search={{ meeting: meeting.id }} className="link" dir="auto">
                {text}
              </Link>
            ),
          },
          { id: 'due', header: t('columns.due'), cell: ({ dueOn }) => formatDate(reader, dueOn, 'short') },
        ]}
      />
    </Section>
  )
}
