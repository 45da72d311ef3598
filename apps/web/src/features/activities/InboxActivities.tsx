import type { ActivitySummary } from '@concert/domain/activity-view'
import { formatInstant } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../../locale.tsx'
import { trpc } from '../../trpc.ts'
import { Callout } from '../../ui/Callout.tsx'
import { Section } from '../../ui/Section.tsx'
import { ActivityTable } from './ActivityTable.tsx'

/** The activities of one's agency that wait for somebody. */
export function InboxActivities() {
  const t = useTranslations('activities.inbox')
  const words = useTranslations('activities')
  const reader = useReader()
  const { data: inbox } = useSuspenseQuery(trpc.activities.inbox.queryOptions())
  const { data: session } = useSuspenseQuery(trpc.session.me.queryOptions())
  const updated = (row: ActivitySummary) => (
    <span className="mt-1 block text-sm font-normal text-ink-soft">
      {t('updated', { at: formatInstant(reader, row.updatedAt) })}
    </span>
  )
  if (session.agency === null) return <Callout>{t('noAgency')}</Callout>
  return (
    <>
      <Section title={t('stale')} lead={t('staleLead')}>
        <ActivityTable
          rows={inbox.stale}
          empty={<p className="text-ink-soft">{t('noStale')}</p>}
          note={(row) => (
            <span className="mt-1 block text-sm font-medium text-warning">{words(`stale.${row.reason}`)}</span>
          )}
        />
      </Section>
      <Section title={t('submitted')} lead={t('submittedLead')}>
        <ActivityTable
          rows={inbox.submitted}
          empty={<p className="text-ink-soft">{t('noSubmitted')}</p>}
          note={updated}
        />
      </Section>
      <Section title={t('drafts')} lead={t('draftsLead')}>
        <ActivityTable rows={inbox.drafts} empty={<p className="text-ink-soft">{t('noDrafts')}</p>} note={updated} />
      </Section>
    </>
  )
}
