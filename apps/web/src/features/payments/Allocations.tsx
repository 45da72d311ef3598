import type { AllocationRow, PaymentStory } from '@concert/domain/fund-views'
import { allocationUndoing } from '@concert/domain/payment'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import type { z } from 'zod'
import { AllocationTable } from '../../books/AllocationTable.tsx'
import { newKey } from '../../books/new-key.ts'
import { useMoney } from '../../books/use-money.ts'
import { showInForm, useExplain, useIssueWords } from '../../errors.ts'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FormError } from '../../ui/form/FormError.tsx'
import { FormTextArea } from '../../ui/form/fields.tsx'
import { useToast } from '../../ui/Toast.tsx'

/** What a payment paid; each part can be taken back, with a reason. */
export function Allocations({ payment }: { payment: PaymentStory }) {
  const t = useTranslations('payments.undo')
  const [undoing, setUndoing] = useState<AllocationRow | null>(null)
  return (
    <>
      <AllocationTable
        allocations={payment.allocations}
        of="payment"
        actions={(allocation) =>
          !allocation.undone && (
            <Button
              size="small"
              aria-label={t('undoOf', { reference: allocation.pledgeReference })}
              onClick={() => setUndoing(allocation)}
            >
              {t('undo')}
            </Button>
          )
        }
      />
      {undoing && <UndoDialog allocation={undoing} onClose={() => setUndoing(null)} />}
    </>
  )
}

const formId = 'undo-allocation'

function UndoDialog({ allocation, onClose }: { allocation: AllocationRow; onClose: () => void }) {
  const t = useTranslations('payments.undo')
  const money = useMoney()
  const toast = useToast()
  const explain = useExplain()
  const { mutateAsync: undo } = useMutation(trpc.payments.undoAllocation.mutationOptions())
  const { control, handleSubmit, setError, formState } = useForm<
    z.input<typeof allocationUndoing>,
    unknown,
    z.output<typeof allocationUndoing>
  >({
    resolver: zodResolver(allocationUndoing, { error: useIssueWords() }),
    defaultValues: { allocationId: allocation.id, reason: '', idempotencyKey: newKey() },
  })
  const submit = handleSubmit(async (undoing) => {
    try {
      await undo(undoing)
      toast({ tone: 'success', text: t('undone', { amount: money.full(allocation.amount) }) })
      onClose()
    } catch (error) {
      showInForm(explain(error), setError)
    }
  })
  const actions = (
    <>
      <Button onClick={onClose}>{t('cancel')}</Button>
      <Button type="submit" form={formId} look="danger" isPending={formState.isSubmitting}>
        {t('undo')}
      </Button>
    </>
  )
  return (
    <Dialog isOpen isAlert onClose={onClose} title={t('title')} actions={actions}>
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-5">
        <p>{t('lead', { amount: money.full(allocation.amount), reference: allocation.pledgeReference })}</p>
        <FormError control={control} />
        <FormTextArea control={control} name="reason" label={t('reason')} rows={3} maxLength={500} isRequired />
      </form>
    </Dialog>
  )
}
