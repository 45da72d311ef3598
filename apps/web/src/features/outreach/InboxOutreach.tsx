import { formatDate } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { Section } from '../../ui/Section.tsx'

/** Steps towards new members whose day has come or comes soon. */
export function InboxOutreach() {
  const t = useTranslations('outreach')
  const reader = useReader()
  const { data: entities } = useSuspenseQuery(trpc.outreach.due.queryOptions())
  if (entities.length === 0) return null
  return (
    <Section title={t('inbox.title')} lead={t('inbox.lead')}>
      <DataTable
        caption={t('inbox.title')}
        rows={entities}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'entity',
            header: t('column.entity'),
            cell: ({ name }) => (
              <Link to={paths.outreach} search={{}} className="link" dir="auto">
                {name}
              </Link>
            ),
          },
          { id: 'next', header: t('column.next'), cell: ({ nextStep }) => <bdi>{nextStep}</bdi> },
          {
            id: 'due',
            header: t('field.dueOn'),
            cell: ({ nextStepDueOn }) => nextStepDueOn && formatDate(reader, nextStepDueOn, 'short'),
          },
        ]}
      />
    </Section>
  )
}
