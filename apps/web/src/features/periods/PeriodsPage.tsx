import type { ClosedPeriod } from '@concert/domain/closing'
import { formatDate, formatInstant, formatNumber } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { BooksNavigation } from '../../books/BooksNavigation.tsx'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { Closing } from './Closing.tsx'

/** What is closed, and what closing the next period would book. */
export function PeriodsPage() {
  const t = useTranslations('periods')
  return (
    <Page title={t('title')} lead={t('lead')} above={<BooksNavigation />}>
      <Closing />
      <ClosedPeriods />
    </Page>
  )
}

function ClosedPeriods() {
  const t = useTranslations('periods')
  const reader = useReader()
  const { data: periods } = useSuspenseQuery(trpc.periods.list.queryOptions())
  return (
    <Section title={t('closed')}>
      <DataTable<ClosedPeriod>
        caption={t('closed')}
        rows={periods}
        rowKey={({ until }) => until}
        empty={<p className="text-ink-soft">{t('none')}</p>}
        columns={[
          { id: 'until', header: t('until'), cell: ({ until }) => formatDate(reader, until) },
          { id: 'by', header: t('closedBy'), cell: ({ closedBy }) => <bdi>{closedBy}</bdi> },
          { id: 'at', header: t('closedAt'), cell: ({ closedAt }) => formatInstant(reader, closedAt) },
          {
            id: 'entry',
            header: t('entry'),
            cell: ({ until, entryNumber }) =>
              entryNumber === null ? (
                t('noEntry')
              ) : (
                <Link
                  to={paths.journal}
                  search={{ kind: 'period_closed', from: until, until }}
                  className="link figures"
                >
                  {formatNumber(reader, entryNumber)}
                </Link>
              ),
          },
          {
            id: 'statement',
            header: t('statement'),
            cell: ({ until }) => (
              <Link to={paths.statement} search={{ from: `${until.slice(0, 4)}-01-01`, until }} className="link">
                {t('statement')}
              </Link>
            ),
          },
        ]}
      />
    </Section>
  )
}
