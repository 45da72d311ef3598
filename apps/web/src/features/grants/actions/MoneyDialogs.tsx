import type { AccountHolding } from '@concert/domain/fund-views'
import { subtract } from '@concert/domain/money'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Control, FieldPath, FieldValues } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import { AccountField } from '../../../books/AccountField.tsx'
import { DayField, FormDialog, ReasonField, SumField } from '../../../books/FormDialog.tsx'
import { toTyped } from '../../../books/typed-values.ts'
import { trpc } from '../../../trpc.ts'
import { FormTextField } from '../../../ui/form/fields.tsx'
import { begin, beginAtBank, cutForm, disbursementForm, noSum, refundForm } from './forms.ts'
import type { ActionDialogProps } from './GrantActions.tsx'

/** Money leaves the bank for the grantee. */
export function DisburseDialog({ grant, onClose }: ActionDialogProps) {
  const t = useTranslations('grants.actions.disburse')
  const { mutateAsync: disburse } = useMutation(trpc.grants.disburse.mutationOptions())
  const [account, setAccount] = useState<AccountHolding | null>(null)
  const { currency } = grant.asked
  const next = grant.instalments.find(({ state }) => state === 'open' || state === 'overdue')
  const due = next ? subtract(subtract(next.amount, next.cut), next.disbursed) : grant.standing.payable
  return (
    <FormDialog
      title={t('name')}
      lead={t('lead')}
      submit={t('submit')}
      schema={disbursementForm}
      begin={{ ...beginAtBank(grant, due), left: noSum }}
      send={async (disbursement) => void (await disburse(disbursement))}
      onClose={onClose}
    >
      {({ control, setValue }) => (
        <>
          <BankField
            control={control}
            onChosen={(chosen) => {
              setAccount(chosen)
              setValue('left', { text: '', currency: chosen.currency })
            }}
          />
          <DayField control={control} />
          <SumField control={control} label={t('amount')} currency={currency} />
          {account && account.currency !== currency && (
            <SumField
              control={control}
              name="left"
              label={t('left')}
              description={t('leftLead')}
              currency={account.currency}
            />
          )}
          <DocumentField control={control} />
        </>
      )}
    </FormDialog>
  )
}

/** Money comes back from the grantee. */
export function RefundDialog({ grant, onClose }: ActionDialogProps) {
  const t = useTranslations('grants.actions.refund')
  const { mutateAsync: record } = useMutation(trpc.grants.recordRefund.mutationOptions())
  const [account, setAccount] = useState<AccountHolding | null>(null)
  const { currency } = grant.asked
  return (
    <FormDialog
      title={t('name')}
      lead={t('lead')}
      submit={t('submit')}
      schema={refundForm}
      begin={{ ...beginAtBank(grant, null), came: noSum }}
      send={async (refund) => void (await record(refund))}
      onClose={onClose}
    >
      {({ control, setValue }) => (
        <>
          <BankField
            control={control}
            onChosen={(chosen) => {
              setAccount(chosen)
              setValue('came', { text: '', currency: chosen.currency })
            }}
          />
          <DayField control={control} />
          <SumField control={control} label={t('amount')} currency={currency} />
          {account && account.currency !== currency && (
            <SumField
              control={control}
              name="came"
              label={t('came')}
              description={t('cameLead')}
              currency={account.currency}
            />
          )}
          <DocumentField control={control} />
        </>
      )}
    </FormDialog>
  )
}

/** Part of what is payable will not be paid. */
export function CutDialog({ grant, onClose }: ActionDialogProps) {
  const t = useTranslations('grants.actions.cut')
  const { mutateAsync: cut } = useMutation(trpc.grants.cut.mutationOptions())
  return (
    <FormDialog
      title={t('name')}
      lead={t('lead')}
      submit={t('submit')}
      isDanger
      schema={cutForm}
      begin={{ ...begin(grant), amount: toTyped(grant.standing.payable), reason: '' }}
      send={async (lessened) => void (await cut(lessened))}
      onClose={onClose}
    >
      {({ control }) => (
        <>
          <DayField control={control} />
          <SumField control={control} currency={grant.asked.currency} />
          <ReasonField control={control} />
        </>
      )}
    </FormDialog>
  )
}

interface AtBankProps<Values extends FieldValues, Known> {
  control: Control<Values, unknown, Known>
}

function BankField<Values extends FieldValues, Known>({
  control,
  onChosen,
}: AtBankProps<Values, Known> & { onChosen: (account: AccountHolding) => void }) {
  const t = useTranslations('treasury')
  const { data: accounts } = useSuspenseQuery(trpc.treasury.accounts.queryOptions())
  return (
    <AccountField
      control={control}
      name={'bankAccountId' as FieldPath<Values>}
      label={t('account')}
      accounts={accounts}
      onChosen={onChosen}
    />
  )
}

function DocumentField<Values extends FieldValues, Known>({ control }: AtBankProps<Values, Known>) {
  const t = useTranslations('treasury')
  return (
    <FormTextField
      control={control}
      name={'document' as FieldPath<Values>}
      label={t('document')}
      description={t('documentLead')}
      maxLength={140}
      isRequired
    />
  )
}
