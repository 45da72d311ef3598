import type { IndicatorUnit } from '@concert/domain/indicator'
import { formatNumber, formatShare } from '@concert/messages/format'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../../locale.tsx'

/** Writes a value in the unit of its indicator. */
export function useValueWords(unit: IndicatorUnit): (value: number) => string {
  const t = useTranslations('indicators')
  const reader = useReader()
  return (value) => {
    if (unit === 'yes_no') return value === 1 ? t('yes') : t('no')
    if (unit === 'percent') return formatShare(reader, value / 100)
    return unit === 'share' ? formatShare(reader, value) : formatNumber(reader, value)
  }
}
