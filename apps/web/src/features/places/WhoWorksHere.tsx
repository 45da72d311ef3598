import { formatInstant, formatNumber } from '@concert/messages/format'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { ChartFrame } from '../../charts/ChartFrame.tsx'
import { HorizontalBars } from '../../charts/HorizontalBars.tsx'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import type { Answers } from '../../trpc.ts'

/** The agencies at work in a place, in the order of the alphabet, with the number of their public activities. */
export function WhoWorksHere({ place }: { place: Answers['places']['get'] }) {
  const t = useTranslations('places.page')
  const reader = useReader()
  const write = (value: number) => formatNumber(reader, value)
  const rows = place.agencies.map(({ slug, acronym, activities }) => ({ id: slug, label: acronym, value: activities }))
  return (
    <ChartFrame
      headline={t('whoHeadline', { count: rows.length })}
      subtitle={t('whoSubtitle')}
      source={t('whoSource')}
      asOf={formatInstant(reader, place.asOf)}
      fileName={`agencies-${place.iso3?.toLowerCase() ?? place.code}`}
      table={{
        header: [t('agency'), t('activitiesColumn')],
        rows: rows.map(({ id, label, value }) => ({ id, name: label, values: [value] })),
        format: write,
      }}
    >
      <HorizontalBars
        rows={rows}
        format={write}
        order="given"
        link={({ id, label }) => (
          <Link to={paths.agency} params={{ slug: id }} className="link">
            {label}
          </Link>
        )}
      />
    </ChartFrame>
  )
}
