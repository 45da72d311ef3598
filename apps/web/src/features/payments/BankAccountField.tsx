import { bankAccountOpening } from '@concert/domain/payment'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type Control, type FieldPath, type FieldValues, type PathValue, useController, useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import type { z } from 'zod'
import { newKey } from '../../books/new-key.ts'
import { useCurrencyOptions } from '../../books/use-money.ts'
import { showInForm, useExplain, useIssueWords } from '../../errors.ts'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FormError } from '../../ui/form/FormError.tsx'
import { FormComboBox, FormTextField } from '../../ui/form/fields.tsx'
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
        <OpeningDialog
          currency={currency ?? 'USD'}
          onClose={() => setOpening(false)}
          onOpened={(id) => {
            choose(id)
            setOpening(false)
          }}
        />
      )}
    </div>
  )
}

interface OpeningDialogProps {
  currency: string
  onClose: () => void
  onOpened: (id: string) => void
}

const formId = 'bank-account'

function OpeningDialog({ currency, onClose, onOpened }: OpeningDialogProps) {
  const t = useTranslations('payments.bank')
  const explain = useExplain()
  const currencies = useCurrencyOptions()
  const { mutateAsync: open } = useMutation(trpc.payments.openBankAccount.mutationOptions())
  const { control, handleSubmit, setError, formState } = useForm<
    z.input<typeof bankAccountOpening>,
    unknown,
    z.output<typeof bankAccountOpening>
  >({
    resolver: zodResolver(bankAccountOpening, { error: useIssueWords() }),
    defaultValues: { name: '', currency, idempotencyKey: newKey() },
  })
  const send = handleSubmit(async (opening) => {
    try {
      const { id } = await open(opening)
      onOpened(id)
    } catch (error) {
      showInForm(explain(error), setError)
    }
  })
  const submit = (event: FormEvent) => {
    // A window's events reach the form behind it.
    event.stopPropagation()
    return send(event)
  }
  const actions = (
    <>
      <Button onClick={onClose}>{t('cancel')}</Button>
      <Button type="submit" form={formId} look="primary" isPending={formState.isSubmitting}>
        {t('open')}
      </Button>
    </>
  )
  return (
    <Dialog isOpen isAlert onClose={onClose} title={t('openNew')} actions={actions}>
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-5">
        <p className="text-ink-soft">{t('openLead')}</p>
        <FormError control={control} />
        <FormTextField control={control} name="name" label={t('name')} maxLength={120} isRequired />
        <FormComboBox control={control} name="currency" label={t('currency')} options={currencies} isRequired />
      </form>
    </Dialog>
  )
}
