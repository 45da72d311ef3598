import { formatInstant } from '@concert/messages/format'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../../locale.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Section } from '../../ui/Section.tsx'
import { ActivityHistory } from './ActivityHistory.tsx'
import type { ShownActivity } from './ActivityPage.tsx'

/** The records that rest in a joint activity, each with its own history beside the joint one's. */
export function JoinedHere({ records }: { records: ShownActivity['joinedHere'] }) {
  const t = useTranslations('activities.detail')
  const reader = useReader()
  if (records.length === 0) return null
  return (
    <Section title={t('joinedHere')} lead={t('joinedHereLead')}>
      {records.map(({ reference, joinedAt }) => (
        <Disclosure key={reference} title={t('joinedSince', { reference, at: formatInstant(reader, joinedAt) })}>
          <ActivityHistory activity={{ reference, version: 0, mayWrite: false }} />
        </Disclosure>
      ))}
    </Section>
  )
}
