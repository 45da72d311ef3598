import { formatInstant } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { AddressLink } from '../../layout/AddressLink.tsx'
import { PublicFigure } from '../../layout/PublicFigure.tsx'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { Callout } from '../../ui/Callout.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { CountTables } from './CountTables.tsx'

/** What anyone reads of the people that activities reached: three kinds apart, as of the release that stands. */
export function PeopleReachedPage() {
  const t = useTranslations('releases')
  const shell = useTranslations('shell')
  const reader = useReader()
  const { data: release } = useSuspenseQuery(trpc.releases.current.queryOptions())
  const { data: figures } = useSuspenseQuery(trpc.figures.list.queryOptions())
  return (
    <Page
      title={t('publicTitle')}
      lead={t('publicLead')}
      above={<AddressLink address={paths.activities}>{shell('pages.activities')}</AddressLink>}
    >
      {release?.content ? (
        <>
          <p className="text-ink-soft">
            {t('releaseOf', { number: release.number, at: formatInstant(reader, release.releasedAt) })}
          </p>
          <ul className="grid grid-cols-1 gap-3 sm:grid-cols-3 sm:gap-4">
            {figures
              .filter(({ id }) => id.startsWith('people.'))
              .map((figure) => (
                <li key={figure.id}>
                  <PublicFigure figure={figure} />
                </li>
              ))}
          </ul>
          <Section title={t('assisted')}>
            <div className="mb-6">
              <Callout>{t('notToldLead')}</Callout>
            </div>
            <CountTables content={release.content} />
          </Section>
        </>
      ) : (
        <EmptyState title={t('none')}>{t('noneLead')}</EmptyState>
      )}
    </Page>
  )
}
