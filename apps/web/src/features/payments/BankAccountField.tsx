import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Control, type FieldPath, type FieldValues, type PathValue, useController } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import { BankAccountDialog } from '../../books/BankAccountDialog.tsx'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Select.tsx'

interface BankAccountFieldProps<Values extends FieldValues, Context, Output> {
  control: Control<Values, Context, Output>
  name: FieldPath<Values>
  /** The currency of the payment: accounts in it come first. */
  currency: string | null
}

/** The account on which the money arrived; a new one is opened on the spot. */
export function BankAccountField<Values extends FieldValues, Context, Output>({
  control,
  name,
  currency,
}: BankAccountFieldProps<Values, Context, Output>) {
  const t = useTranslations('payments.bank')
  const { field, fieldState } = useController({ control, name })
  const [isOpening, setOpening] = useState(false)
  const { data: accounts } = useSuspenseQuery(trpc.payments.bankAccounts.queryOptions())
  const ordered = accounts.toSorted((a, b) => Number(b.currency === currency) - Number(a.currency === currency))
  const choose = (id: string | null) => field.onChange(id as PathValue<Values, FieldPath<Values>>)
  return (
    <div className="flex flex-col gap-1">
      <Select
        label={t('account')}
        value={typeof field.value === 'string' ? field.value : null}
        onChange={choose}
        onBlur={field.onBlur}
        error={fieldState.error?.message}
        options={ordered.map((account) => ({ id: account.id, name: account.name, description: account.currency }))}
        isRequired
      />
      <div>
        <Button look="quiet" size="small" onClick={() => setOpening(true)}>
          {t('openNew')}
        </Button>
      </div>
      {isOpening && (
        <BankAccountDialog currency={currency ?? 'USD'} onClose={() => setOpening(false)} onOpened={choose} />
      )}
    </div>
  )
}
