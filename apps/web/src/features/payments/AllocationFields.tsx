import type { PledgeRow } from '@concert/domain/fund-views'
import type { Money } from '@concert/domain/money'
import { formatDate } from '@concert/messages/format'
import { useCallback, useEffect } from 'react'
import {
  type Control,
  type FieldPath,
  type FieldValues,
  get,
  type PathValue,
  type UseFormSetValue,
  useFormState,
  useWatch,
} from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import { openOn } from '../../books/open-on.ts'
import { PledgeState } from '../../books/PledgeState.tsx'
import { useMoney } from '../../books/use-money.ts'
import { useReader } from '../../locale.tsx'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { FormAmountField, FormTextField } from '../../ui/form/fields.tsx'
import { type AllocationRow, rowsFor, suggest, unallocatedBy, withSuggestion } from './allocation-rows.ts'

interface AllocationFieldsProps<Values extends FieldValues, Context, Output> {
  control: Control<Values, Context, Output>
  setValue: UseFormSetValue<Values>
  /** What of the payment can be allocated, as far as it is known. */
  left: Money | null
  pledges: readonly PledgeRow[]
}

/** The field `allocations` of a form: the donor's open pledges, and what of the payment goes to each. */
export function AllocationFields<Values extends FieldValues, Context, Output>({
  control,
  setValue,
  left,
  pledges,
}: AllocationFieldsProps<Values, Context, Output>) {
  const t = useTranslations('payments.allocation')
  const { errors } = useFormState({ control })
  const name = 'allocations' as FieldPath<Values>
  const rows: AllocationRow[] = useWatch({ control, name })
  const change = useCallback(
    (changed: AllocationRow[]) => setValue(name, changed as PathValue<Values, FieldPath<Values>>),
    [setValue, name],
  )
  useEffect(() => {
    const known = rowsFor(pledges, rows)
    if (known.some(({ pledgeId }, index) => rows[index]?.pledgeId !== pledgeId) || known.length !== rows.length)
      change(known)
  }, [pledges, rows, change])
  const refusal: unknown = get(errors, 'allocations.message') ?? get(errors, 'allocations.root.message')
  if (pledges.length === 0) return <p className="text-ink-soft">{t('noneOpen')}</p>
  return (
    <div className="flex flex-col gap-4">
      <div>
        <Button
          size="small"
          disabled={!left}
          onClick={() => left && change(withSuggestion(rows, suggest(left, pledges)))}
        >
          {t('suggest')}
        </Button>
      </div>
      <ul className="flex flex-col gap-4">
        {rows.map((row, index) => {
          const pledge = pledges.find(({ id }) => id === row.pledgeId)
          return (
            pledge && (
              <li key={row.pledgeId} className="grid gap-4 rounded border border-line p-4 sm:grid-cols-2">
                <OpenPledge pledge={pledge} />
                <RowFields control={control} index={index} row={row} left={left} reference={pledge.reference} />
              </li>
            )
          )
        })}
      </ul>
      {typeof refusal === 'string' && (
        <p role="alert" className="text-sm font-medium text-danger">
          {refusal}
        </p>
      )}
      {left && <Rest rest={unallocatedBy(rows, left)} currency={left.currency} />}
    </div>
  )
}

function OpenPledge({ pledge }: { pledge: PledgeRow }) {
  const t = useTranslations('payments.allocation')
  const reader = useReader()
  const money = useMoney()
  const currency = pledge.amount?.currency ?? 'USD'
  const { owed, promised } = openOn(pledge)
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap items-center gap-2">
        <span className="figures font-medium">{pledge.reference}</span>
        <PledgeState pledge={pledge} />
      </p>
      <p className="mt-1 text-sm text-ink-soft">
        {t('announcedOn', { date: formatDate(reader, pledge.announcedOn, 'short') })}
        {pledge.meeting && (
          <>
            {' · '}
            <bdi>{pledge.meeting.title}</bdi>
          </>
        )}
      </p>
      <p className="figures text-sm">
        {owed > 0 && t('owed', { amount: money.full({ amountMinor: owed, currency }) })}
        {owed > 0 && promised > 0 && ' · '}
        {promised > 0 && t('promised', { amount: money.full({ amountMinor: promised, currency }) })}
      </p>
    </div>
  )
}

interface RowFieldsProps<Values extends FieldValues, Context, Output> {
  control: Control<Values, Context, Output>
  index: number
  row: AllocationRow
  left: Money | null
  reference: string
}

function RowFields<Values extends FieldValues, Context, Output>({
  control,
  index,
  row,
  left,
  reference,
}: RowFieldsProps<Values, Context, Output>) {
  const t = useTranslations('payments.allocation')
  const at = (part: string) => `allocations.${index}.${part}` as FieldPath<Values>
  const isOtherCurrency = row.text.trim() !== '' && left !== null && left.currency !== row.currency
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <FormTextField
        control={control}
        name={at('text')}
        label={t('give', { reference, currency: left?.currency ?? row.currency })}
        inputMode="decimal"
        autoComplete="off"
        dir="ltr"
      />
      {isOtherCurrency && (
        <FormAmountField
          control={control}
          name={at('settles')}
          label={t('settlesField', { reference })}
          description={t('settlesLead', { currency: row.currency })}
          currencyLabel={t('currency')}
          currencies={[{ id: row.currency, name: row.currency }]}
        />
      )}
    </div>
  )
}

/** An overpayment is said plainly: it stays where it is until the donor says what it is for. */
function Rest({ rest, currency }: { rest: number; currency: string }) {
  const t = useTranslations('payments.allocation')
  const money = useMoney()
  if (rest === 0) return <Callout tone="success">{t('restNone')}</Callout>
  const amount = money.full({ amountMinor: Math.abs(rest), currency })
  return rest > 0 ? (
    <Callout role="status">{t('restLeft', { amount })}</Callout>
  ) : (
    <Callout tone="warning" role="status">
      {t('restOver', { amount })}
    </Callout>
  )
}
