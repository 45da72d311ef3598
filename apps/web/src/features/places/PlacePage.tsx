import { codeKey, developmentGroups } from '@concert/domain/codelists'
import { inLocale } from '@concert/domain/locales'
import { sortByName } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { ActivitiesLink } from '../../layout/ActivitiesLink.tsx'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { DefinitionList } from '../../ui/DefinitionList.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { Footnotes } from './Footnotes.tsx'
import { GroupRequestsHere } from './GroupRequestsHere.tsx'
import { PeopleHere } from './PeopleHere.tsx'
import { PlaceLinks } from './PlaceLinks.tsx'
import { RequestsHere } from './RequestsHere.tsx'
import { WhoWorksHere } from './WhoWorksHere.tsx'

const route = getRouteApi(paths.place)

/** One country or region: who works there and where it lies. */
export function PlacePage() {
  const t = useTranslations('places')
  const tCodes = useTranslations('codes')
  const reader = useReader()
  const { code } = route.useParams()
  const { data: place } = useSuspenseQuery(trpc.places.get.queryOptions({ code }))
  const named = (places: typeof place.contains) =>
    places.map(({ code, names, footnote }) => ({ code, footnote, name: inLocale(names, reader) }))
  const groups = developmentGroups.filter((group) => place[group])
  const above = (
    <nav aria-label={t('page.containers')} className="flex flex-wrap items-center gap-x-5">
      <Link to={paths.places} className="link inline-block py-1">
        {t('allPlaces')}
      </Link>
      <PlaceLinks places={named(place.containers)} isInline />
    </nav>
  )
  return (
    <Page title={inLocale(place.names, reader) + (place.footnote ? ' *' : '')} above={above}>
      <Section title={t('page.who')} lead={t('page.whoLead')}>
        {place.agencies.length === 0 ? (
          <EmptyState title={t('page.activities', { count: 0 })}>{t('page.noneLead')}</EmptyState>
        ) : (
          <div className="flex flex-col gap-6">
            <p className="text-lg">
              {t('page.activities', { count: place.activities })}{' '}
              <ActivitiesLink filter={{ place: place.code }}>{t('page.seeActivities')}</ActivitiesLink>
            </p>
            <WhoWorksHere place={place} />
          </div>
        )}
      </Section>
      <PeopleHere code={place.code} />
      <RequestsHere code={place.code} />
      <GroupRequestsHere place={place} />
      {place.contains.length > 0 && (
        <Section title={t('page.contains')}>
          <PlaceLinks places={sortByName(reader, named(place.contains), ({ name }) => name)} />
        </Section>
      )}
      <Section title={t('page.facts')}>
        <DefinitionList
          items={[
            { term: t('page.level'), value: tCodes(codeKey('placeLevels', place.level)) },
            { term: t('page.codes'), value: [place.code, place.iso3].filter((each) => each !== null).join(' · ') },
            {
              term: t('page.group'),
              value: place.unRegionalGroup && tCodes(codeKey('unRegionalGroups', place.unRegionalGroup)),
            },
            {
              term: t('page.development'),
              value: groups.map((group) => tCodes(codeKey('developmentGroups', group))).join(' · '),
            },
            { term: t('page.currencies'), value: place.currencies.join(' · ') },
          ]}
        />
      </Section>
      <Footnotes places={[place, ...place.contains]} />
    </Page>
  )
}
