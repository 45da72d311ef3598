import { formatNumber } from '@concert/messages/format'
import { formatMoney } from '@concert/messages/format-money'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../../locale.tsx'
import { Badge } from '../../ui/Badge.tsx'
import type { PublishedFigure } from './PublishedTable.tsx'

/** A value as it was published; in figures where it was exact, and what is missing where it was not. */
export function PublishedValue({ figure }: { figure: PublishedFigure }) {
  const t = useTranslations('published')
  const reader = useReader()
  const { valueText, amount, quantity, unit, set } = figure
  if (amount) return <span className="figures whitespace-nowrap">{formatMoney(reader, amount)}</span>
  if (valueText === null) return set === 'grant_cycles' ? null : <Badge>{t('noAmount')}</Badge>
  const isWithoutCurrency = set === 'donors' && figure.currency === null
  return (
    <span className="figures">
      <bdi lang="en">
        {quantity === null ? valueText : formatNumber(reader, quantity)} {unit}
      </bdi>{' '}
      {isWithoutCurrency && <Badge>{t('noCurrency')}</Badge>}
    </span>
  )
}
