import type { FundTotals, ThreeNumbers } from '@concert/domain/fund-views'
import { formatInstant, numberFormat } from '@concert/messages/format'
import { type ReactNode, Suspense } from 'react'
import { useTranslations } from 'use-intl/react'
import { useMoney } from '../../books/use-money.ts'
import { AnnouncedFormalisedReceived } from '../../charts/AnnouncedFormalisedReceived.tsx'
import { ChartFrame } from '../../charts/ChartFrame.tsx'
import type { FundRow } from '../../charts/fund-row.ts'
import { FundByYear } from '../../charts/lazy.ts'
import { AddressLink } from '../../layout/AddressLink.tsx'
import { useReader } from '../../locale.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'

type Dimension = 'byYear' | 'byMeeting' | 'byDonor'

const anonymous = 'anonymous'

// The unit stands in the subtitle; a table of three amounts has to fit beside another chart.
const cents = { minimumFractionDigits: 2, maximumFractionDigits: 2 }

/** The three numbers along time, meetings and donors. Donors stand in the order of the alphabet, never by amount. */
export function FundCharts({ fund }: { fund: FundTotals }) {
  const t = useTranslations('fund')
  const money = useMoney()
  const byYear = fund.byYear.map((row) => ({ ...toRow(row, String(row.year), String(row.year)), year: row.year }))
  const byMeeting = fund.byMeeting.map((row) => toRow(row, row.slug, row.title))
  const byDonor = fund.byDonor.map((row) => toRow(row, row.id ?? anonymous, row.name ?? t('anonymousDonors')))
  const lastYear = byYear.at(-1)
  const lastMeeting = byMeeting.at(-1)
  return (
    <div className="grid gap-y-14">
      {lastYear && (
        <Chart
          dimension="byYear"
          fund={fund}
          rows={byYear}
          headline={t('byYear.headline', {
            year: lastYear.label,
            announced: money.shortUsd(lastYear.announced),
            received: money.shortUsd(lastYear.received),
          })}
        >
          <Suspense fallback={<Skeleton height={14} />}>
            <FundByYear rows={byYear} />
          </Suspense>
        </Chart>
      )}
      <div className="grid gap-x-12 gap-y-14 lg:grid-cols-2">
        {lastMeeting && (
          <Chart
            dimension="byMeeting"
            fund={fund}
            rows={byMeeting}
            headline={t('byMeeting.headline', {
              amount: money.shortUsd(lastMeeting.announced),
              meeting: lastMeeting.label,
            })}
          >
            <AnnouncedFormalisedReceived
              rows={byMeeting}
              format={money.shortUsd}
              link={(row) => <AddressLink address={`/meetings/${row.id}`}>{row.label}</AddressLink>}
            />
          </Chart>
        )}
        {byDonor.length > 0 && (
          <Chart
            dimension="byDonor"
            fund={fund}
            rows={byDonor}
            headline={t('byDonor.headline', { count: fund.totals.donors })}
          >
            <AnnouncedFormalisedReceived
              rows={byDonor}
              format={money.shortUsd}
              link={(row) =>
                row.id === anonymous ? (
                  row.label
                ) : (
                  <AddressLink address={`/fund/donors/${row.id}`}>{row.label}</AddressLink>
                )
              }
            />
          </Chart>
        )}
      </div>
    </div>
  )
}

interface ChartProps {
  dimension: Dimension
  headline: string
  fund: FundTotals
  rows: readonly FundRow[]
  children: ReactNode
}

function Chart({ dimension, headline, fund, rows, children }: ChartProps) {
  const t = useTranslations('fund')
  const reader = useReader()
  return (
    <ChartFrame
      headline={headline}
      subtitle={t(`${dimension}.subtitle`)}
      source={t('source')}
      asOf={formatInstant(reader, fund.asOf)}
      fileName={`fund-${dimension.slice(2).toLowerCase()}`}
      table={{
        header: [t(`${dimension}.column`), t('three.announced'), t('three.formalised'), t('three.received')],
        rows: rows.map((row) => ({
          id: row.id,
          name: row.label,
          values: [row.announced / 100, row.formalised / 100, row.received / 100],
        })),
        format: (dollars) => numberFormat(reader, cents).format(dollars),
      }}
    >
      {children}
    </ChartFrame>
  )
}

function toRow(numbers: ThreeNumbers, id: string, label: string): FundRow {
  const { announcedUsd, formalisedUsd, receivedUsd } = numbers
  return { id, label, announced: announcedUsd, formalised: formalisedUsd, received: receivedUsd }
}
