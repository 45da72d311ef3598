import { formatNumber, formatShare } from '@concert/messages/format'
import { formatMoney, formatShortMoney } from '@concert/messages/format-money'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../locale.tsx'
import type { Answers } from '../trpc.ts'

type Unit = Answers['figures']['list'][number]['unit']

const hundredthsOfAPercent = 10_000

/** Writes a figure's value in its unit: money short on a page, to the cent in its proof. */
export function useFigureFormat(unit: Unit, length: 'short' | 'full' = 'short'): (value: number) => string {
  const reader = useReader()
  const t = useTranslations('figures')
  const money = length === 'full' ? formatMoney : formatShortMoney
  return (value) => {
    if (unit === 'usd_minor') return money(reader, { amountMinor: value, currency: 'USD' })
    if (unit === 'days') return t('days', { count: value })
    return unit === 'share' ? formatShare(reader, value / hundredthsOfAPercent) : formatNumber(reader, value)
  }
}
