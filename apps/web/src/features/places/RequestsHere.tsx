import { codeKey } from '@concert/domain/codelists'
import { formatDate } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../../locale.tsx'
import { trpc } from '../../trpc.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { Section } from '../../ui/Section.tsx'

/** Requests of which the State agreed to be named; nothing at all while there is none. */
export function RequestsHere({ code }: { code: string }) {
  const t = useTranslations('requests')
  const tCodes = useTranslations('codes')
  const reader = useReader()
  const { data: requests } = useSuspenseQuery(trpc.requests.named.queryOptions({ code }))
  if (requests.length === 0) return null
  return (
    <Section title={t('here.title')} lead={t('here.lead')}>
      <DataTable
        caption={t('here.title')}
        rows={requests}
        rowKey={({ reference }) => reference}
        columns={[
          { id: 'reference', header: t('fact.reference'), cell: ({ reference }) => reference },
          { id: 'received', header: t('fact.received'), cell: ({ receivedOn }) => formatDate(reader, receivedOn) },
          {
            id: 'pillars',
            header: t('fact.pillars'),
            cell: ({ pillars }) => pillars.map((one) => tCodes(codeKey('pillars', one))).join(' · '),
          },
          { id: 'stage', header: t('fact.stage'), cell: ({ stage }) => t(`stages.${stage}`) },
        ]}
      />
    </Section>
  )
}
