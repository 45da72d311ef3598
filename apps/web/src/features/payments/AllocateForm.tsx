import type { PaymentStory } from '@concert/domain/fund-views'
import type { PaymentAllocation } from '@concert/domain/payment'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import { showInForm, useExplain, useIssueWords } from '../../errors.ts'
import { useReader } from '../../locale.tsx'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { FormError } from '../../ui/form/FormError.tsx'
import { FormDateField } from '../../ui/form/fields.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { AllocationFields } from './AllocationFields.tsx'
import { allocationForm, beginAllocation, type TypedAllocation } from './payment-form.ts'

/** Gives what a payment has left to open pledges of its donor. */
export function AllocateForm({ payment }: { payment: PaymentStory }) {
  const t = useTranslations('payments.allocation')
  const toast = useToast()
  const explain = useExplain()
  const reader = useReader()
  const { data: pledges } = useSuspenseQuery(
    trpc.payments.openPledges.queryOptions({ donorId: payment.donorId, locale: reader }),
  )
  const { mutateAsync: allocate } = useMutation(trpc.payments.allocate.mutationOptions())
  const { control, handleSubmit, setError, setValue, formState } = useForm<TypedAllocation, unknown, PaymentAllocation>(
    {
      resolver: zodResolver(allocationForm, { error: useIssueWords() }),
      defaultValues: beginAllocation(payment),
    },
  )
  const submit = handleSubmit(async (allocation) => {
    try {
      await allocate(allocation)
      toast({ tone: 'success', text: t('done') })
    } catch (error) {
      showInForm(explain(error), setError)
    }
  })
  if (pledges.length === 0) return <p className="text-ink-soft">{t('noneOpen')}</p>
  return (
    <form onSubmit={submit} noValidate className="flex max-w-3xl flex-col gap-5">
      <FormError control={control} />
      <div className="max-w-xs">
        <FormDateField control={control} name="allocatedOn" label={t('on')} isRequired />
      </div>
      <AllocationFields control={control} setValue={setValue} left={payment.unallocated} pledges={pledges} />
      <div>
        <Button type="submit" look="primary" isPending={formState.isSubmitting}>
          {t('allocate')}
        </Button>
      </div>
    </form>
  )
}
