import type { ThreeNumbers } from '@concert/domain/fund-views'
import { formatInstant } from '@concert/messages/format'
import { formatShortMoney } from '@concert/messages/format-money'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type ReactNode, Suspense } from 'react'
import { useTranslations } from 'use-intl/react'
import { AnnouncedFormalisedReceived } from '../../charts/AnnouncedFormalisedReceived.tsx'
import { ChartFrame } from '../../charts/ChartFrame.tsx'
import { amountKinds, type FundRow } from '../../charts/fund-row.ts'
import { FundByYear } from '../../charts/lazy.ts'
import { AddressLink } from '../../layout/AddressLink.tsx'
import { FigureProof } from '../../layout/FigureProof.tsx'
import { useReader } from '../../locale.tsx'
import { trpc } from '../../trpc.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { fundViews } from './search.ts'

const overviewApi = getRouteApi('/')

/** What was announced, formalised and received: in all, by year, by meeting and by donor. */
export function FundCharts() {
  const t = useTranslations('overview.fund')
  const kinds = useTranslations('charts.kinds')
  const reader = useReader()
  const { fund: view = 'year' } = overviewApi.useSearch()
  const navigate = overviewApi.useNavigate()
  const { data } = useSuspenseQuery(trpc.fund.totals.queryOptions({ locale: reader }))
  const write = (usdMinor: number) => formatShortMoney(reader, { amountMinor: usdMinor, currency: 'USD' })
  const byYear = data.byYear
    .toSorted((a, b) => a.year - b.year)
    .map((row) => ({ ...toRow(String(row.year), String(row.year), row), year: row.year }))
  const byMeeting = data.byMeeting.map((row) => toRow(row.slug, row.title, row))
  const byDonor = data.byDonor.map((row) => toRow(row.id ?? 'anonymous', row.name ?? t('anonymous'), row))

  if (data.totals.pledges === 0) return <EmptyState title={t('emptyTitle')}>{t('emptyLead')}</EmptyState>

  const frame = (headline: string, fileName: string, rows: readonly FundRow[], children: ReactNode) => (
    <ChartFrame
      headline={headline}
      subtitle={t('measure')}
      source={t('source')}
      asOf={formatInstant(reader, data.asOf)}
      fileName={fileName}
      proof={() => <FundProof />}
      table={{
        header: [t('name'), ...amountKinds.map((kind) => kinds(kind))],
        rows: rows.map((row) => ({ id: row.id, name: row.label, values: amountKinds.map((kind) => row[kind] / 100) })),
        format: (dollars) => write(Math.round(dollars * 100)),
      }}
    >
      {children}
    </ChartFrame>
  )
  return (
    <div className="grid gap-12">
      {frame(
        t('gap', { received: write(data.totals.receivedUsd), announced: write(data.totals.announcedUsd) }),
        'fund-totals',
        [toRow('total', t('total'), data.totals)],
        <AnnouncedFormalisedReceived rows={[toRow('total', '', data.totals)]} format={write} />,
      )}
      <Tabs
        label={t('view')}
        selected={view}
        onSelect={(id) =>
          void navigate({
            search: (search) => ({ ...search, fund: fundViews.find((known) => known === id) }),
            resetScroll: false,
          })
        }
        tabs={[
          {
            id: 'year',
            title: t('byYear'),
            content: frame(
              t('byYearHeadline'),
              'fund-by-year',
              byYear,
              <Suspense fallback={<Skeleton height={13} />}>
                <FundByYear rows={byYear} />
              </Suspense>,
            ),
          },
          {
            id: 'meeting',
            title: t('byMeeting'),
            content: frame(
              t('byMeetingHeadline'),
              'fund-by-meeting',
              byMeeting,
              <AnnouncedFormalisedReceived rows={byMeeting} format={write} link={linkTo('/meetings/')} />,
            ),
          },
          {
            id: 'donor',
            title: t('byDonor'),
            content: frame(
              t('byDonorHeadline'),
              'fund-by-donor',
              byDonor,
              <AnnouncedFormalisedReceived rows={byDonor} format={write} link={linkTo('/fund/donors/')} />,
            ),
          },
        ]}
      />
    </div>
  )
}

function linkTo(address: string) {
  return (row: FundRow) =>
    row.id === 'anonymous' ? row.label : <AddressLink address={`${address}${row.id}`}>{row.label}</AddressLink>
}

function toRow(id: string, label: string, row: ThreeNumbers): FundRow {
  return { id, label, announced: row.announcedUsd, formalised: row.formalisedUsd, received: row.receivedUsd }
}

function FundProof() {
  const kinds = useTranslations('charts.kinds')
  return amountKinds.map((kind, index) => (
    <Disclosure key={kind} title={<span className="first-letter:uppercase">{kinds(kind)}</span>} isOpen={index === 0}>
      <Suspense fallback={<Skeleton lines={6} />}>
        <FigureProof id={`fund.${kind}`} />
      </Suspense>
    </Disclosure>
  ))
}
