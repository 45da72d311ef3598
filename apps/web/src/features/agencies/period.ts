import { formatDate } from '@concert/messages/format'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../../locale.tsx'

interface Period {
  fromOn: string | null
  untilOn: string | null
  precision: 'day' | 'year'
}

/** Writes a period as exactly as its source knows it: a day where it gives one, else a year. */
export function usePeriod(): (period: Period) => string {
  const t = useTranslations('agencies.period')
  const reader = useReader()
  return ({ fromOn, untilOn, precision }) => {
    const write = (date: string) => (precision === 'year' ? date.slice(0, 4) : formatDate(reader, date, 'short'))
    const from = fromOn && write(fromOn)
    const until = untilOn && write(untilOn)
    if (from && until) return from === until ? from : t('between', { from, until })
    if (from) return t('since', { from })
    return until ? t('until', { until }) : t('unknown')
  }
}
