import type { GrantOverview } from '@concert/domain/grant-views'
import { inLocale } from '@concert/domain/locales'
import { formatInstant, formatNumber } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { useMoney } from '../../books/use-money.ts'
import { ButtonLink } from '../../layout/links.ts'
import { PublicFigure } from '../../layout/PublicFigure.tsx'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { useHasRole } from '../../roles.ts'
import { trpc } from '../../trpc.ts'
import { Callout } from '../../ui/Callout.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { GrantCharts } from './GrantCharts.tsx'
import { PublicGrantTable } from './PublicGrantTable.tsx'

/** Whom the fund supports, for anyone: as far as it harms nobody. */
export function GrantsPage() {
  const t = useTranslations('grants')
  const reader = useReader()
  const isManager = useHasRole('fund_manager')
  const { data: overview } = useSuspenseQuery(trpc.grants.overview.queryOptions({ locale: reader }))
  const { data: rows } = useSuspenseQuery(trpc.grants.list.queryOptions({ locale: reader }))
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      above={
        <Link to={paths.fund} className="link">
          {t('theFund')}
        </Link>
      }
      actions={
        isManager && (
          <ButtonLink look="primary" to={paths.bookedGrants}>
            {t('toBooks')}
          </ButtonLink>
        )
      }
    >
      {overview.grants === 0 ? (
        <EmptyState title={t('public.emptyTitle')}>{t('public.emptyLead')}</EmptyState>
      ) : (
        <>
          <Headline overview={overview} />
          <GrantCharts overview={overview} />
          <Section title={t('public.listTitle')} lead={t('public.listLead')}>
            <PublicGrantTable rows={rows} />
          </Section>
          {overview.pools.length > 0 && <Pools overview={overview} />}
        </>
      )}
      {overview.calls.length > 0 && <Calls overview={overview} />}
      <Callout title={t('public.harmTitle')}>
        {t('public.harm')}{' '}
        <span className="figures">{t('asOf', { instant: formatInstant(reader, overview.asOf) })}</span>
      </Callout>
    </Page>
  )
}

function Headline({ overview }: { overview: GrantOverview }) {
  const t = useTranslations('grants')
  const figures = [
    { id: 'grants.awarded', unit: 'usd_minor' as const, value: overview.awardedUsd },
    { id: 'grants.disbursed', unit: 'usd_minor' as const, value: overview.disbursedUsd },
    { id: 'grants.count', unit: 'count' as const, value: overview.grants },
  ]
  return (
    <section aria-label={t('public.figures')}>
      <ol className="grid gap-3 sm:grid-cols-3 sm:gap-4">
        {figures.map((figure) => (
          <li key={figure.id}>
            <PublicFigure figure={figure} />
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Grants that are told together, so that none of them can be worked out. */
function Pools({ overview }: { overview: GrantOverview }) {
  const t = useTranslations('grants')
  const reader = useReader()
  const money = useMoney()
  const { release } = overview
  const pools = overview.pools.map((pool, index) => ({ ...pool, key: String(index) }))
  return (
    <Section title={t('public.poolsTitle')} lead={t('public.poolsLead')}>
      <DataTable
        caption={t('public.poolsTitle')}
        rows={pools}
        rowKey={({ key }) => key}
        columns={[
          {
            id: 'calls',
            header: t('column.call'),
            cell: ({ first, last, firstCallId, lastCallId }) =>
              firstCallId === lastCallId ? <bdi>{first}</bdi> : t('public.span', { first, last }),
          },
          {
            id: 'which',
            header: t('public.which'),
            cell: ({ withheld }) =>
              withheld > 0 ? t('public.withheld', { count: withheld }) : t('public.regionOnlyMoney'),
          },
          {
            id: 'awarded',
            header: t('column.awarded'),
            align: 'end',
            cell: ({ awardedUsd }) => money.usd(awardedUsd),
          },
          {
            id: 'disbursed',
            header: t('column.disbursed'),
            align: 'end',
            cell: ({ disbursedUsd }) => money.usd(disbursedUsd),
          },
        ]}
      />
      {release && (
        <p className="mt-3 text-sm text-ink-soft">
          {t('public.poolRelease', { number: release.number, at: formatInstant(reader, release.releasedAt) })}
        </p>
      )}
    </Section>
  )
}

function Calls({ overview }: { overview: GrantOverview }) {
  const t = useTranslations('grants')
  const reader = useReader()
  const count = (value: number | null) => (value === null ? '–' : formatNumber(reader, value))
  return (
    <Section title={t('calls.title')} lead={t('calls.publicLead')}>
      <DataTable
        caption={t('calls.title')}
        rows={overview.calls}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'call',
            header: t('column.call'),
            cell: ({ title, theme }) => (
              <>
                <bdi>{inLocale(title, reader)}</bdi>
                {theme && <bdi className="block text-sm font-normal text-ink-soft">{theme}</bdi>}
              </>
            ),
          },
          { id: 'year', header: t('calls.year'), cell: ({ year }) => <span className="figures">{year}</span> },
          { id: 'received', header: t('calls.received'), align: 'end', cell: ({ received }) => count(received) },
          { id: 'eligible', header: t('calls.eligible'), align: 'end', cell: ({ eligible }) => count(eligible) },
          {
            id: 'shortlisted',
            header: t('calls.shortlisted'),
            align: 'end',
            cell: ({ shortlisted }) => count(shortlisted),
          },
          { id: 'grants', header: t('calls.listed'), align: 'end', cell: ({ grants }) => formatNumber(reader, grants) },
          { id: 'source', header: t('calls.source'), cell: ({ source }) => <bdi className="text-sm">{source}</bdi> },
        ]}
      />
    </Section>
  )
}
