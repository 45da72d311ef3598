import type { PledgeStory } from '@concert/domain/fund-views'
import type { AnnouncementChange } from '@concert/domain/pledge-changes'
import { useMutation } from '@tanstack/react-query'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import type { z } from 'zod'
import { DayField, FormDialog, ReasonField, SumField } from '../../../books/FormDialog.tsx'
import { InstalmentsFields } from '../../../books/InstalmentsFields.tsx'
import { amountSoFar } from '../../../books/typed-values.ts'
import { useMoney } from '../../../books/use-money.ts'
import { trpc } from '../../../trpc.ts'
import { useToast } from '../../../ui/Toast.tsx'
import { beginAnnouncementChange, changeForm } from './forms.ts'
import type { ActionDialogProps } from './PledgeActions.tsx'

/** The donor announces another amount, with other instalments. */
export function ChangeAnnouncementDialog({ pledge, onClose }: ActionDialogProps) {
  const t = useTranslations('pledges.actions.change')
  const toast = useToast()
  const { mutateAsync: change } = useMutation(trpc.pledges.change.mutationOptions())
  return (
    <FormDialog
      title={t('name')}
      lead={t('lead')}
      submit={t('submit')}
      size="wide"
      schema={changeForm}
      begin={beginAnnouncementChange(pledge)}
      send={async (changed) => {
        await change(changed)
        toast({ tone: 'success', text: t('done', { reference: pledge.reference }) })
      }}
      onClose={onClose}
    >
      {(form) => <ChangeFields form={form} pledge={pledge} />}
    </FormDialog>
  )
}

interface ChangeFieldsProps {
  form: UseFormReturn<z.input<typeof changeForm>, unknown, AnnouncementChange>
  pledge: PledgeStory
}

function ChangeFields({ form: { control, setValue }, pledge }: ChangeFieldsProps) {
  const t = useTranslations('pledges')
  const money = useMoney()
  const [amount, on] = useWatch({ control, name: ['amount', 'on'] })
  if (!pledge.amount) return null
  return (
    <>
      <DayField control={control} />
      <SumField
        control={control}
        label={t('actions.change.amount')}
        description={t('actions.change.amountLead', { amount: money.full(pledge.amount) })}
        currency={pledge.amount.currency}
      />
      <InstalmentsFields
        control={control}
        setValue={setValue}
        amount={amountSoFar(amount)}
        begin={on}
        none={{ name: t('form.noInstalments'), description: t('form.noInstalmentsLead') }}
      />
      <ReasonField control={control} />
    </>
  )
}
