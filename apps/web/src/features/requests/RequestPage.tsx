import { codeKey } from '@concert/domain/codelists'
import { formatDate } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { CoordinationNavigation } from '../../coordination/CoordinationNavigation.tsx'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { type Answers, trpc } from '../../trpc.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { DefinitionList } from '../../ui/DefinitionList.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { Consent } from './Consent.tsx'
import { Offers } from './Offers.tsx'
import { StageBadge } from './StageBadge.tsx'
import { Steps } from './Steps.tsx'

export type OneRequest = Answers['requests']['get']

/** One request: what was asked, how it went, who offers, who could be asked, and whether the State may be named. */
export function RequestPage() {
  const { reference } = useParams({ from: paths.request })
  const { data } = useSuspenseQuery(trpc.requests.get.queryOptions({ reference, locale: useReader() }))
  const { request, takesOffers } = data
  return (
    <Page
      title={request.subject}
      lead={
        <span className="flex flex-wrap items-center gap-3 text-base">
          <span className="figures">{reference}</span>
          <span>{request.placeName}</span>
          <StageBadge stage={request.stage} />
        </span>
      }
      above={<CoordinationNavigation />}
    >
      <Facts request={request} />
      <Steps page={data} />
      <Offers page={data} />
      {takesOffers && <Matches matches={data.matches} />}
      <Consent page={data} />
    </Page>
  )
}

function Facts({ request }: { request: OneRequest['request'] }) {
  const t = useTranslations('requests')
  const tCodes = useTranslations('codes')
  const reader = useReader()
  return (
    <Section title={t('facts')}>
      <DefinitionList
        items={[
          { term: t('fact.state'), value: request.placeName },
          { term: t('fact.received'), value: formatDate(reader, request.receivedOn) },
          { term: t('fact.channel'), value: t(`channels.${request.channel}`) },
          {
            term: t('fact.pillars'),
            value: request.pillars.map((code) => tCodes(codeKey('pillars', code))).join(' · '),
          },
          {
            term: t('fact.kinds'),
            value: request.kinds.map((code) => tCodes(codeKey('activityKinds', code))).join(' · '),
          },
          {
            term: t('fact.text'),
            value: request.text !== '' && (
              <span lang={request.language} dir="auto" className="block whitespace-pre-line break-words">
                {request.text}
              </span>
            ),
          },
        ]}
      />
    </Section>
  )
}

function Matches({ matches }: { matches: OneRequest['matches'] }) {
  const t = useTranslations('requests')
  return (
    <Section title={t('matches.title')} lead={t('matches.lead')}>
      <DataTable
        caption={t('matches.title')}
        rows={matches}
        rowKey={({ agencyId }) => agencyId}
        empty={<p className="text-ink-soft">{t('matches.none')}</p>}
        density="dense"
        columns={[
          { id: 'agency', header: t('matches.agency'), cell: ({ acronym }) => <bdi>{acronym}</bdi> },
          {
            id: 'why',
            header: t('matches.why'),
            cell: ({ reasons }) => reasons.map((reason) => t(`reasons.${reason}`)).join(' · '),
          },
        ]}
      />
    </Section>
  )
}
