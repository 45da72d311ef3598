import { bankAccountOpening } from '@concert/domain/payment'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { trpc } from '../trpc.ts'
import { FormComboBox, FormTextField } from '../ui/form/fields.tsx'
import { FormDialog } from './FormDialog.tsx'
import { newKey } from './new-key.ts'
import { useCurrencyOptions } from './use-money.ts'

interface BankAccountDialogProps {
  currency: string
  onClose: () => void
  onOpened?: (id: string) => void
}

/** A new bank account that receives for the fund. */
export function BankAccountDialog({ currency, onClose, onOpened }: BankAccountDialogProps) {
  const t = useTranslations('payments.bank')
  const currencies = useCurrencyOptions()
  const { mutateAsync: open } = useMutation(trpc.payments.openBankAccount.mutationOptions())
  return (
    <FormDialog
      title={t('openNew')}
      lead={t('openLead')}
      submit={t('open')}
      schema={bankAccountOpening}
      begin={{ name: '', currency, idempotencyKey: newKey() }}
      send={async (opening) => {
        const { id } = await open(opening)
        onOpened?.(id)
      }}
      onClose={onClose}
    >
      {({ control }) => (
        <>
          <FormTextField control={control} name="name" label={t('name')} maxLength={120} isRequired />
          <FormComboBox control={control} name="currency" label={t('currency')} options={currencies} isRequired />
        </>
      )}
    </FormDialog>
  )
}
