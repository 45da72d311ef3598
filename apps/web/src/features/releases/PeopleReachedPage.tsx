import { formatInstant } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
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
import { Select } from '../../ui/Select.tsx'
import { CountTables } from './CountTables.tsx'

const route = getRouteApi(paths.peopleReached)

/** What anyone reads of the people that activities reached: three kinds apart, as of a release and of nothing else. */
export function PeopleReachedPage() {
  const t = useTranslations('releases')
  const shell = useTranslations('shell')
  const reader = useReader()
  const { release: wanted } = route.useSearch()
  const navigate = route.useNavigate()
  const { data: all } = useSuspenseQuery(trpc.releases.list.queryOptions())
  const { data: figures } = useSuspenseQuery(trpc.figures.list.queryOptions())
  const told = all.filter(({ content }) => content !== null)
  const [newest] = told
  const release = told.find(({ number }) => number === wanted) ?? newest
  const isNewest = release === newest
  const nameOf = ({ number }: { number: number }) =>
    t(number === newest?.number ? 'asOf.latest' : 'asOf.one', { number })
  const choose = (id: string | null) =>
    navigate({ search: id === null || id === String(newest?.number) ? {} : { release: Number(id) }, replace: true })
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
          {told.length > 1 && (
            <div className="max-w-xs">
              <Select
                label={t('asOf.label')}
                value={String(release.number)}
                onChange={choose}
                options={told.map((one) => ({ id: String(one.number), name: nameOf(one) }))}
              />
            </div>
          )}
          {isNewest ? (
            <ul className="grid grid-cols-1 gap-3 sm:grid-cols-3 sm:gap-4">
              {figures
                .filter(({ id }) => id.startsWith('people.'))
                .map((figure) => (
                  <li key={figure.id}>
                    <PublicFigure figure={figure} />
                  </li>
                ))}
            </ul>
          ) : (
            <Callout>{t('asOf.earlier', { number: newest?.number ?? 0 })}</Callout>
          )}
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
