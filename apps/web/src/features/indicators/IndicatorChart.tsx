import { seriesLines } from '@concert/domain/indicator'
import { inLocale } from '@concert/domain/locales'
import { formatDate, formatNumber } from '@concert/messages/format'
import { useTranslations } from 'use-intl/react'
import { ChartFrame } from '../../charts/ChartFrame.tsx'
import { SeriesLines } from '../../charts/SeriesLines.tsx'
import { useReader } from '../../locale.tsx'
import type { Answers } from '../../trpc.ts'
import { useValueWords } from './use-indicator-words.ts'

interface IndicatorChartProps {
  page: Answers['indicators']['get']
  /** M49 code; null for what names no single place. */
  place: string | null
}

/** The observations of one place, a line for each definition, and their table. */
export function IndicatorChart({ page: { indicator, observations, places }, place }: IndicatorChartProps) {
  const t = useTranslations('indicators')
  const reader = useReader()
  const write = useValueWords(indicator.unit)
  const lines = seriesLines(observations, place)
  const latest = lines.at(-1)?.points.at(-1)
  if (!latest) return null
  const days = [...new Set(lines.flatMap(({ points }) => points.map(({ on }) => on)))].sort()
  const nameOf = (version: number) => t('definitionNumber', { version })
  const names = places.find(({ code }) => code === place)?.names
  const isShare = indicator.unit === 'percent' || indicator.unit === 'share'
  return (
    <ChartFrame
      headline={t('headline', { value: write(latest.value), date: formatDate(reader, latest.on) })}
      subtitle={t('subtitle', {
        unit: t(`units.${indicator.unit}`),
        place: names ? inLocale(names, reader) : t('world'),
      })}
      source={t('chartSource')}
      asOf={formatDate(reader, latest.on, 'short')}
      fileName={indicator.slug}
      table={{
        header: [t('date'), ...lines.map(({ definition }) => nameOf(definition))],
        rows: days.map((day) => ({
          id: day,
          name: formatDate(reader, day, 'short'),
          values: lines.map(({ points }) => points.find(({ on }) => on === day)?.value ?? null),
        })),
        format: write,
      }}
    >
      <SeriesLines
        label={t('chartLabel', { name: inLocale(indicator.names, reader) })}
        lines={lines.map(({ definition, points }) => ({ id: String(definition), name: nameOf(definition), points }))}
        format={(value) => (isShare ? write(value) : formatNumber(reader, value))}
        formatDay={(on) => formatDate(reader, on, 'short')}
      />
    </ChartFrame>
  )
}
