import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { trpc } from '../../trpc.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { Section } from '../../ui/Section.tsx'

/** What one US dollar is reckoned at throughout the meeting; nothing where no rate was set. */
export function ReferenceRates({ slug }: { slug: string }) {
  const t = useTranslations('rates')
  const { data } = useSuspenseQuery(trpc.rates.ofMeeting.queryOptions({ slug }))
  if (data.rates.length === 0) return null
  return (
    <Section title={t('meetings.publicTitle')} lead={t('meetings.publicLead')}>
      <DataTable
        caption={t('meetings.caption')}
        density="dense"
        rows={data.rates}
        rowKey={({ currency }) => currency}
        columns={[
          { id: 'currency', header: t('currency'), cell: ({ currency }) => currency },
          { id: 'units', header: t('units'), align: 'end', cell: ({ unitsPerUsd }) => <bdi>{unitsPerUsd}</bdi> },
          { id: 'source', header: t('source'), cell: ({ source }) => <bdi>{source}</bdi> },
        ]}
      />
    </Section>
  )
}
