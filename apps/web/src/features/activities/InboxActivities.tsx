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
      {inbox.stale.length > 0 && (
        <Section id="stale" title={t('stale')} lead={t('staleLead')}>
          <ActivityTable
            rows={inbox.stale}
            note={(row) => (
              <span className="mt-1 block text-sm font-medium text-warning">{words(`stale.${row.reason}`)}</span>
            )}
          />
        </Section>
      )}
      {inbox.submitted.length > 0 && (
        <Section id="submitted" title={t('submitted')} lead={t('submittedLead')}>
          <ActivityTable rows={inbox.submitted} note={updated} />
        </Section>
      )}
      {inbox.drafts.length > 0 && (
        <Section id="drafts" title={t('drafts')} lead={t('draftsLead')}>
          <ActivityTable rows={inbox.drafts} note={updated} />
        </Section>
      )}
    </>
  )
}
