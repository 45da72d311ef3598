import { formatDateRange } from '@concert/messages/format'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../../locale.tsx'

/** The dates of a meeting in words, or the year in which it is expected. */
export function useMeetingDates(): (meeting: {
  startsOn: string | null
  endsOn: string | null
  expectedYear: number
}) => string {
  const t = useTranslations('meetings')
  const reader = useReader()
  return ({ startsOn, endsOn, expectedYear }) => {
    if (startsOn === null || endsOn === null) return t('expected', { year: String(expectedYear) })
    return formatDateRange(reader, startsOn, endsOn)
  }
}
