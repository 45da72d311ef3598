import type { Membership } from '@concert/domain/agency'
import { codeKey } from '@concert/domain/codelists'
import { inLocale, type Locale, locales } from '@concert/domain/locales'
import { formatInstant } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { ActivitiesLink } from '../../layout/ActivitiesLink.tsx'
import { ownNames, useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { useHasRole } from '../../roles.ts'
import { trpc } from '../../trpc.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { DefinitionList } from '../../ui/DefinitionList.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { AgencyMailbox } from './AgencyMailbox.tsx'
import { ConfirmMembership } from './ConfirmMembership.tsx'
import { AddMembershipDialog, CorrectMembershipDialog } from './MembershipDialogs.tsx'
import { MembershipHistory } from './MembershipHistory.tsx'
import { usePeriod } from './period.ts'
import { isUnverified } from './Roles.tsx'

const route = getRouteApi(paths.agency)

/** One agency: who it is, what it has been in the group, and where its public work is. */
export function AgencyPage() {
  const t = useTranslations('agencies')
  const tCodes = useTranslations('codes')
  const reader = useReader()
  const period = usePeriod()
  const { slug } = route.useParams()
  const isCoordinator = useHasRole('coordinator')
  const [editing, setEditing] = useState<Membership | 'new' | null>(null)
  const { data: agency } = useSuspenseQuery(trpc.agencies.get.queryOptions({ slug }))
  const above = (
    <Link to={paths.agencies} className="link">
      {t('allAgencies')}
    </Link>
  )
  const lead = (
    <>
      <p>{inLocale(agency.names, reader)}</p>
      {isUnverified(agency) && (
        <p className="mt-2">
          <Badge tone="warning">{t('unverified')}</Badge>
        </p>
      )}
    </>
  )
  return (
    <Page title={agency.acronym} lead={lead} above={above}>
      <Section title={t('page.activities', { count: agency.activities })} lead={t('page.activitiesLead')}>
        {agency.activities > 0 && (
          <ActivitiesLink filter={{ agency: [agency.slug] }}>{t('page.seeActivities')}</ActivitiesLink>
        )}
      </Section>
      <Section
        title={t('page.history')}
        actions={isCoordinator && <Button onClick={() => setEditing('new')}>{t('edit.add')}</Button>}
      >
        {agency.memberships.length === 0 ? (
          <p className="text-ink-soft">{t('page.noHistory')}</p>
        ) : (
          <DataTable
            caption={t('page.historyCaption', { agency: agency.acronym })}
            rows={agency.memberships}
            rowKey={({ id }) => id}
            columns={[
              {
                id: 'roles',
                header: t('column.roles'),
                cell: (membership) => (
                  <>
                    {tCodes(codeKey('membershipRoles', membership.role))}{' '}
                    <span className="font-normal text-ink-soft">({period(membership)})</span>
                  </>
                ),
              },
              {
                id: 'source',
                header: t('column.source'),
                cell: ({ source }) => <bdi lang="en">{source}</bdi>,
              },
              {
                id: 'confirm',
                header: '',
                align: 'end',
                cell: (membership) => {
                  const role = tCodes(codeKey('membershipRoles', membership.role))
                  return (
                    <span className="inline-flex flex-wrap items-center justify-end gap-2">
                      {isUnverified(membership) && (
                        <>
                          <Badge tone="warning">{t('unverified')}</Badge>
                          <ConfirmMembership id={membership.id} agency={agency.acronym} role={role} />
                        </>
                      )}
                      {isCoordinator && (
                        <Button
                          size="small"
                          onClick={() => setEditing(membership)}
                          aria-label={t('edit.correctRow', { role, period: period(membership) })}
                        >
                          {t('edit.correct')}
                        </Button>
                      )}
                    </span>
                  )
                },
              },
            ]}
          />
        )}
        <MembershipHistory slug={slug} />
      </Section>
      <AgencyMailbox slug={slug} />
      <Section title={t('page.facts')}>
        <DefinitionList
          items={[
            { term: t('column.class'), value: tCodes(codeKey('agencyClasses', agency.class)) },
            { term: t('page.unSystem'), value: agency.unSystem ? t('page.inside') : t('page.outside') },
            { term: t('page.iati'), value: agency.iatiOrgId },
            {
              term: t('page.lastUpdated'),
              value: agency.lastUpdated && formatInstant(reader, agency.lastUpdated),
            },
            { term: t('column.source'), value: <bdi lang="en">{agency.source}</bdi> },
          ]}
        />
      </Section>
      <Section title={t('page.names')}>
        <DefinitionList
          items={locales.map((locale: Locale) => ({
            term: ownNames[locale],
            value: agency.names[locale] && <span lang={locale}>{agency.names[locale]}</span>,
          }))}
        />
      </Section>
      {editing === 'new' && <AddMembershipDialog agencyId={agency.id} onClose={() => setEditing(null)} />}
      {editing !== null && editing !== 'new' && (
        <CorrectMembershipDialog membership={editing} onClose={() => setEditing(null)} />
      )}
    </Page>
  )
}
