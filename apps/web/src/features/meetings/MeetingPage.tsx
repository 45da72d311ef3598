import { codeKey } from '@concert/domain/codelists'
import { inLocale } from '@concert/domain/locales'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { AddressLink } from '../../layout/AddressLink.tsx'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { Callout } from '../../ui/Callout.tsx'
import { DefinitionList } from '../../ui/DefinitionList.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { DocumentTable } from './DocumentTable.tsx'
import { useMeetingDates } from './dates.ts'
import { ReferenceRates } from './ReferenceRates.tsx'

const route = getRouteApi(paths.meeting)

/** One appraisal: when it was, and the documents that belong to it. */
export function MeetingPage() {
  const t = useTranslations('meetings')
  const tCodes = useTranslations('codes')
  const reader = useReader()
  const datesOf = useMeetingDates()
  const { slug } = route.useParams()
  const { data: meeting } = useSuspenseQuery(trpc.meetings.get.queryOptions({ slug }))
  const above = (
    <Link to={paths.meetings} className="link">
      {t('allMeetings')}
    </Link>
  )
  return (
    <Page title={inLocale(meeting.title, reader)} lead={datesOf(meeting)} above={above}>
      {meeting.inferred && <Callout>{t('inferred')}</Callout>}
      <Section title={t('page.documents')}>
        {meeting.documents.length === 0 ? (
          <EmptyState title={t('page.noDocuments')}>{t('page.noDocumentsLead')}</EmptyState>
        ) : (
          <DocumentTable documents={meeting.documents} />
        )}
      </Section>
      {meeting.state !== 'planned' && (
        <Section title={t('page.pledges')} lead={t('page.pledgesLead')}>
          <AddressLink address="/fund">{t('page.seeFund')}</AddressLink>
        </Section>
      )}
      <ReferenceRates slug={slug} />
      <Section title={t('page.facts')}>
        <DefinitionList
          items={[
            { term: t('column.dates'), value: datesOf(meeting) },
            { term: t('column.session'), value: meeting.session },
            { term: t('column.state'), value: tCodes(codeKey('meetingStates', meeting.state)) },
          ]}
        />
      </Section>
    </Page>
  )
}
