import { reducedParts } from '@concert/domain/pledge-changes'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { DayField, FormDialog, ReasonField, SumField } from '../../../books/FormDialog.tsx'
import { useMoney } from '../../../books/use-money.ts'
import { trpc } from '../../../trpc.ts'
import { FormRadioGroup } from '../../../ui/form/fields.tsx'
import { useToast } from '../../../ui/Toast.tsx'
import { openOf } from './actions.ts'
import { beginChange, beginWith, increaseForm, reductionForm, withdrawalForm, writeOffForm } from './forms.ts'
import type { ActionDialogProps } from './PledgeActions.tsx'

/** The donor signs more than was announced. */
export function IncreaseDialog({ pledge, onClose }: ActionDialogProps) {
  const t = useTranslations('pledges.actions.increase')
  const toast = useToast()
  const { mutateAsync: increase } = useMutation(trpc.pledges.increase.mutationOptions())
  return (
    <FormDialog
      title={t('name')}
      lead={t('lead')}
      submit={t('submit')}
      schema={increaseForm}
      begin={beginWith(pledge, null)}
      send={async (event) => {
        await increase(event)
        toast({ tone: 'success', text: t('done', { reference: pledge.reference }) })
      }}
      onClose={onClose}
    >
      {({ control }) => (
        <>
          <DayField control={control} />
          <SumField control={control} label={t('amount')} currency={pledge.amount?.currency ?? null} />
          <ReasonField control={control} />
        </>
      )}
    </FormDialog>
  )
}

/** By agreement less is to come: of what is owed, or of what waits for a condition. */
export function ReduceDialog({ pledge, onClose }: ActionDialogProps) {
  const t = useTranslations('pledges.actions.reduce')
  const money = useMoney()
  const toast = useToast()
  const { mutateAsync: reduce } = useMutation(trpc.pledges.reduce.mutationOptions())
  const parts = { owed: pledge.outstanding, on_condition: pledge.conditional }
  const open = reducedParts.flatMap((part) => {
    const amount = parts[part]
    return amount && amount.amountMinor > 0 ? [{ part, amount }] : []
  })
  return (
    <FormDialog
      title={t('name')}
      lead={t('lead')}
      submit={t('submit')}
      schema={reductionForm}
      begin={{ ...beginWith(pledge, null), from: open[0]?.part ?? 'owed' }}
      send={async (event) => {
        await reduce(event)
        toast({ tone: 'success', text: t('done', { reference: pledge.reference }) })
      }}
      onClose={onClose}
    >
      {({ control }) => (
        <>
          <DayField control={control} />
          <FormRadioGroup
            control={control}
            name="from"
            label={t('from')}
            options={open.map(({ part, amount }) => ({ id: part, name: t(part), description: money.full(amount) }))}
          />
          <SumField control={control} label={t('amount')} currency={pledge.amount?.currency ?? null} />
          <ReasonField control={control} />
        </>
      )}
    </FormDialog>
  )
}

/** The donor takes back everything that is open. */
export function WithdrawDialog({ pledge, onClose }: ActionDialogProps) {
  const t = useTranslations('pledges.actions.withdraw')
  const money = useMoney()
  const toast = useToast()
  const { mutateAsync: withdraw } = useMutation(trpc.pledges.withdraw.mutationOptions())
  const open = openOf(pledge)
  return (
    <FormDialog
      title={t('name')}
      lead={open && t('what', { amount: money.full(open) })}
      submit={t('submit')}
      isDanger
      schema={withdrawalForm}
      begin={beginChange(pledge)}
      send={async (event) => {
        await withdraw(event)
        toast({ tone: 'success', text: t('done', { reference: pledge.reference }) })
      }}
      onClose={onClose}
    >
      {({ control }) => (
        <>
          <DayField control={control} />
          <ReasonField control={control} />
        </>
      )}
    </FormDialog>
  )
}

/** What is owed and will not come: asked for here, booked once a second officer has confirmed it. */
export function WriteOffDialog({ pledge, onClose }: ActionDialogProps) {
  const t = useTranslations('pledges.actions.writeOff')
  const money = useMoney()
  const toast = useToast()
  const { mutateAsync: ask } = useMutation(trpc.pledges.writeOff.mutationOptions())
  const { outstanding, reference } = pledge
  if (!outstanding) return null
  return (
    <FormDialog
      title={t('name')}
      lead={t('lead')}
      submit={t('submit')}
      schema={writeOffForm}
      begin={beginWith(pledge, outstanding)}
      send={async (event) => {
        await ask(event)
        toast({ tone: 'info', text: t('done', { reference }) })
      }}
      onClose={onClose}
    >
      {({ control }) => (
        <>
          <DayField control={control} />
          <SumField
            control={control}
            description={t('amountLead', { amount: money.full(outstanding) })}
            currency={outstanding.currency}
          />
          <ReasonField control={control} />
        </>
      )}
    </FormDialog>
  )
}
