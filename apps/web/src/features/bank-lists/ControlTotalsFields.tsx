import type { ControlTotals } from '@concert/domain/bank-list'
import { useTranslations } from 'use-intl/react'
import { useMoney } from '../../books/use-money.ts'
import { Callout } from '../../ui/Callout.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { TextField } from '../../ui/TextField.tsx'

export interface StatedTotals {
  count: number | null
  sum: string
}

interface ControlTotalsFieldsProps {
  totals: ControlTotals
  stated: StatedTotals
  isSame: boolean
  onChange: (stated: StatedTotals) => void
}

/** What the bank itself says its list adds up to, beside what the file does. */
export function ControlTotalsFields({ totals, stated, isSame, onChange }: ControlTotalsFieldsProps) {
  const t = useTranslations('bankLists.totals')
  const money = useMoney()
  const isTyped = stated.count !== null && stated.sum.trim() !== ''
  return (
    <section aria-labelledby="control-totals" className="flex max-w-3xl flex-col gap-4">
      <h3 id="control-totals" className="text-lg font-semibold">
        {t('title')}
      </h3>
      <p className="text-ink-soft">{t('lead')}</p>
      <div className="grid gap-5 sm:grid-cols-2">
        <NumberField
          label={t('count')}
          value={stated.count}
          onChange={(count) => onChange({ ...stated, count })}
          minValue={1}
          isRequired
        />
        <TextField
          label={`${t('sum')} (${totals.sum.currency})`}
          value={stated.sum}
          onChange={(sum) => onChange({ ...stated, sum })}
          inputMode="decimal"
          autoComplete="off"
          dir="ltr"
          isRequired
        />
      </div>
      <p className="figures">{t('file', { count: totals.count, sum: money.full(totals.sum) })}</p>
      {isTyped && (
        <Callout tone={isSame ? 'success' : 'danger'} role="status">
          {isSame ? t('same') : t('differ')}
        </Callout>
      )}
    </section>
  )
}
