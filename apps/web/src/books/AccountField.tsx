import type { AccountHolding } from '@concert/domain/fund-views'
import { type Control, type FieldPath, type FieldValues, type PathValue, useController } from 'react-hook-form'
import { Select } from '../ui/Select.tsx'
import { useMoney } from './use-money.ts'

interface AccountFieldProps<Values extends FieldValues, Context, Output> {
  control: Control<Values, Context, Output>
  name: FieldPath<Values>
  label: string
  accounts: readonly AccountHolding[]
  /** Its currency is that of the amount beside it. */
  onChosen: (account: AccountHolding) => void
}

/** One of the fund's bank accounts, with what it holds. */
export function AccountField<Values extends FieldValues, Context, Output>(
  props: AccountFieldProps<Values, Context, Output>,
) {
  const { control, name, label, accounts, onChosen } = props
  const money = useMoney()
  const { field, fieldState } = useController({ control, name })
  return (
    <Select
      label={label}
      value={typeof field.value === 'string' ? field.value : null}
      onChange={(id) => {
        field.onChange(id as PathValue<Values, FieldPath<Values>>)
        const account = accounts.find((one) => one.id === id)
        if (account) onChosen(account)
      }}
      onBlur={field.onBlur}
      error={fieldState.error?.message}
      options={accounts.map((account) => ({
        id: account.id,
        name: account.name,
        description: money.full(account.held),
      }))}
      isRequired
    />
  )
}
