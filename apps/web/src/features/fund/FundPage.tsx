import type { FundTotals } from '@concert/domain/fund-views'
import { formatInstant, formatNumber } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { useMoney } from '../../books/use-money.ts'
import { Waterfall } from '../../books/Waterfall.tsx'
import { ButtonLink } from '../../layout/links.ts'
import { PublicFigure } from '../../layout/PublicFigure.tsx'
import { LiveMark } from '../../live/LiveMark.tsx'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { useHasRole } from '../../roles.ts'
import { trpc } from '../../trpc.ts'
import { Callout } from '../../ui/Callout.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { Cohorts } from './Cohorts.tsx'
import { FundCharts } from './FundCharts.tsx'

/** The fund at a glance, for anyone: what was announced, what became an agreement, what came in. */
export function FundPage() {
  const t = useTranslations('fund')
  const reader = useReader()
  const isManager = useHasRole('fund_manager')
  const { data: fund } = useSuspenseQuery(trpc.fund.totals.queryOptions({ locale: reader }))
  const actions = (
    <>
      <LiveMark asOf={fund.asOf} />
      <ButtonLink to={paths.donors}>{t('toDonors')}</ButtonLink>
      <ButtonLink to={paths.pledges}>{t('toPledges')}</ButtonLink>
      <ButtonLink to={paths.grants}>{t('toGrants')}</ButtonLink>
      <ButtonLink to={paths.yearlyStatement}>{t('toStatement')}</ButtonLink>
      {isManager && (
        <ButtonLink look="primary" to={paths.books}>
          {t('toBooks')}
        </ButtonLink>
      )}
    </>
  )
  return (
    <Page title={t('title')} lead={t('lead')} actions={actions}>
      <Headline fund={fund} />
      {fund.totals.pledges === 0 ? (
        <EmptyState title={t('emptyTitle')}>{t('emptyLead')}</EmptyState>
      ) : (
        <Section title={t('chartsTitle')} lead={t('chartsLead')}>
          <FundCharts fund={fund} />
          <div className="mt-14">
            <Cohorts />
          </div>
          <div className="mt-14">
            <Waterfall />
          </div>
        </Section>
      )}
      <Callout title={t('recordTitle')}>
        {t('recordLead')} <span className="figures">{t('asOf', { instant: formatInstant(reader, fund.asOf) })}</span>
      </Callout>
    </Page>
  )
}

function Headline({ fund }: { fund: FundTotals }) {
  const t = useTranslations('fund')
  const reader = useReader()
  const money = useMoney()
  const { totals } = fund
  const figures = [
    { id: 'fund.announced', unit: 'usd_minor' as const, value: totals.announcedUsd },
    { id: 'fund.formalised', unit: 'usd_minor' as const, value: totals.formalisedUsd },
    { id: 'fund.received', unit: 'usd_minor' as const, value: totals.receivedUsd },
  ]
  return (
    <section aria-label={t('figures')}>
      <ol className="grid gap-3 sm:grid-cols-3 sm:gap-4">
        {figures.map((figure) => (
          <li key={figure.id}>
            <PublicFigure figure={figure} />
          </li>
        ))}
      </ol>
      <p className="mt-5 max-w-3xl text-ink-soft">
        {t('counted', {
          donors: totals.donors,
          pledges: totals.pledges,
          pledgesWritten: formatNumber(reader, totals.pledges),
        })}{' '}
        {t('outstanding', { amount: money.usd(totals.outstandingUsd) })} {t('neverAdded')}
      </p>
    </section>
  )
}
