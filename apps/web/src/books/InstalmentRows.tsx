import type { CalendarDate } from '@concert/domain/calendar-date'
import type { Money } from '@concert/domain/money'
import { maxInstalments } from '@concert/domain/schedule'
import type { Control, FieldPath, FieldValues } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import { Button } from '../ui/Button.tsx'
import { FormDateField, FormTextField } from '../ui/form/fields.tsx'
import { Icon } from '../ui/Icon.tsx'
import { restOf, type TypedInstalments } from './instalments-form.ts'
import { useMoney } from './use-money.ts'

interface InstalmentRowsProps<Values extends FieldValues, Context, Output> {
  control: Control<Values, Context, Output>
  rows: TypedInstalments['rows']
  onRows: (rows: TypedInstalments['rows']) => void
  amount: Money | null
  begin: CalendarDate | null
}

/** Instalments one by one, and what they still leave of the amount. */
export function InstalmentRows<Values extends FieldValues, Context, Output>({
  control,
  rows,
  onRows,
  amount,
  begin,
}: InstalmentRowsProps<Values, Context, Output>) {
  const t = useTranslations('pledges.instalments')
  return (
    <div className="flex flex-col gap-4">
      <ol className="flex flex-col gap-4">
        {rows.map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place; the values are the form's
          <li key={index} className="grid grid-cols-[1fr_auto] items-start gap-3 sm:grid-cols-[1fr_1fr_auto]">
            <FormDateField
              control={control}
              name={`instalments.rows.${index}.dueOn` as FieldPath<Values>}
              label={t('dueOn', { number: String(index + 1) })}
            />
            <div className="col-start-1 sm:col-start-2">
              <AmountOfRow control={control} index={index} currency={amount?.currency ?? ''} />
            </div>
            <div className="col-start-2 row-start-1 pt-6 sm:col-start-3">
              <Button
                look="quiet"
                aria-label={t('removeRow', { number: String(index + 1) })}
                onClick={() => onRows(rows.filter((__, other) => other !== index))}
              >
                <Icon name="close" />
              </Button>
            </div>
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Button
          size="small"
          disabled={rows.length >= maxInstalments}
          onClick={() => onRows([...rows, { dueOn: rows.length === 0 ? begin : null, text: '' }])}
        >
          {t('addRow')}
        </Button>
        {amount && <Rest rows={rows} amount={amount} />}
      </div>
    </div>
  )
}

/** What is refused of a row's amount stands at its text. */
function AmountOfRow<Values extends FieldValues, Context, Output>({
  control,
  index,
  currency,
}: {
  control: Control<Values, Context, Output>
  index: number
  currency: string
}) {
  const t = useTranslations('pledges.instalments')
  return (
    <FormTextField
      control={control}
      name={`instalments.rows.${index}.text` as FieldPath<Values>}
      label={t('amountOf', { number: String(index + 1), currency })}
      inputMode="decimal"
      autoComplete="off"
      dir="ltr"
    />
  )
}

function Rest({ rows, amount }: { rows: TypedInstalments['rows']; amount: Money }) {
  const t = useTranslations('pledges.instalments')
  const money = useMoney()
  const rest = restOf(rows, amount)
  const size = { ...rest, amountMinor: Math.abs(rest.amountMinor) }
  return (
    <p role="status" className={`figures text-sm ${rest.amountMinor === 0 ? 'text-success' : 'text-warning'}`}>
      {rest.amountMinor === 0 && t('restNone')}
      {rest.amountMinor > 0 && t('restLeft', { amount: money.full(size) })}
      {rest.amountMinor < 0 && t('restOver', { amount: money.full(size) })}
    </p>
  )
}
