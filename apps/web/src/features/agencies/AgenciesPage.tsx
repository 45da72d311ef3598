import { standingIn } from '@concert/domain/agency'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { paths } from '../../paths.ts'
import { useHasRole } from '../../roles.ts'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterBar } from '../../ui/FilterBar.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { Select } from '../../ui/Select.tsx'
import { AgencyTable } from './AgencyTable.tsx'
import { ChairsTable } from './Chairs.tsx'
import { MembersPerYear } from './MembersPerYear.tsx'
import { PublishedCounts } from './PublishedCounts.tsx'
import { RegisterAgencyDialog } from './RegisterAgencyDialog.tsx'
import { isUnverified } from './Roles.tsx'

const route = getRouteApi(paths.agencies)
const founded = 2006

/** The group now and over time: the year stands in the URL, and that year's list is what is shown. */
export function AgenciesPage() {
  const t = useTranslations('agencies')
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const isCoordinator = useHasRole('coordinator')
  const { data } = useSuspenseQuery(trpc.agencies.list.queryOptions({ year: search.year }))
  const [isRegistering, setRegistering] = useState(false)
  const { agencies, chairs, counts, perYear } = data
  const members = agencies.filter(({ standing }) => standing !== 'none')
  const partners = agencies.filter(({ isPartner }) => isPartner)
  const workingGroup = agencies.filter(({ memberships }) =>
    memberships.some((each) => each.role === 'working_group' && standingIn(each, data.year) !== 'none'),
  )
  const others = agencies.filter(({ memberships }) => memberships.length === 0)
  const certain = members.filter(({ standing }) => standing === 'certain').length
  const unverified = agencies.flatMap(({ memberships }) => memberships.filter(isUnverified)).length
  const year = String(data.year)
  const setYear = (chosen: number | undefined) => navigate({ search: { year: chosen }, replace: true })
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={isCoordinator && <Button onClick={() => setRegistering(true)}>{t('register.open')}</Button>}
    >
      <div>
        <FilterBar
          active={search.year === undefined ? 0 : 1}
          onClear={() => setYear(undefined)}
          result={t('result', { year, certain, possible: members.length - certain })}
        >
          <Select
            label={t('year')}
            value={year}
            onChange={(id) => setYear(id === null ? undefined : Number(id))}
            options={yearsBackFrom(data.thisYear)}
          />
        </FilterBar>
        {isCoordinator && unverified > 0 && (
          <div className="mb-6">
            <Callout tone="warning" title={t('unverified')}>
              {t('unverifiedLead', { count: unverified })}
            </Callout>
          </div>
        )}
        <Section title={t('members.title', { year })}>
          {members.length === 0 ? (
            <EmptyState title={t('members.empty', { year })}>{t('members.emptyLead')}</EmptyState>
          ) : (
            <AgencyTable caption={t('members.caption', { year })} agencies={members} year={data.year} />
          )}
        </Section>
      </div>
      {partners.length > 0 && (
        <Section title={t('partners.title')} lead={t('partners.lead')}>
          <AgencyTable caption={t('partners.title')} agencies={partners} />
        </Section>
      )}
      {others.length > 0 && (
        <Section title={t('others.title')} lead={t('others.lead')}>
          <AgencyTable caption={t('others.title')} agencies={others} />
        </Section>
      )}
      <Section title={t('chairs.title')} lead={t('chairs.lead')}>
        <ChairsTable chairs={chairs} />
      </Section>
      <Section title={t('workingGroup.title')} lead={t('workingGroup.lead', { year })}>
        {workingGroup.length === 0 ? (
          <p className="text-ink-soft">{t('workingGroup.empty', { year })}</p>
        ) : (
          <AgencyTable caption={t('workingGroup.title')} agencies={workingGroup} />
        )}
      </Section>
      <Section title={t('perYear.title')} lead={t('perYear.lead')}>
        <MembersPerYear years={perYear} asOf={String(data.thisYear)} />
      </Section>
      <Section title={t('counts.title')} lead={t('counts.lead')}>
        <PublishedCounts counts={counts} />
      </Section>
      {isRegistering && <RegisterAgencyDialog onClose={() => setRegistering(false)} />}
    </Page>
  )
}

function yearsBackFrom(newest: number): { id: string; name: string }[] {
  return Array.from({ length: newest - founded + 1 }, (_, index) => {
    const year = String(newest - index)
    return { id: year, name: year }
  })
}
