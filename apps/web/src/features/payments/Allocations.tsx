import type { AllocationRow, PaymentStory } from '@concert/domain/fund-views'
import { allocationUndoing } from '@concert/domain/payment'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { AllocationTable } from '../../books/AllocationTable.tsx'
import { FormDialog } from '../../books/FormDialog.tsx'
import { newKey } from '../../books/new-key.ts'
import { useMoney } from '../../books/use-money.ts'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { FormTextArea } from '../../ui/form/fields.tsx'
import { useToast } from '../../ui/Toast.tsx'

/** What a payment paid; each part can be taken back, with a reason. */
export function Allocations({ payment, isReversed }: { payment: PaymentStory; isReversed: boolean }) {
  const t = useTranslations('payments.undo')
  const [undoing, setUndoing] = useState<AllocationRow | null>(null)
  return (
    <>
      <AllocationTable
        allocations={payment.allocations}
        of="payment"
        actions={(allocation) =>
          !allocation.undone &&
          !isReversed && (
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

function UndoDialog({ allocation, onClose }: { allocation: AllocationRow; onClose: () => void }) {
  const t = useTranslations('payments.undo')
  const money = useMoney()
  const toast = useToast()
  const { mutateAsync: undo } = useMutation(trpc.payments.undoAllocation.mutationOptions())
  const amount = money.full(allocation.amount)
  return (
    <FormDialog
      title={t('title')}
      lead={t('lead', { amount, reference: allocation.pledgeReference })}
      submit={t('undo')}
      isDanger
      schema={allocationUndoing}
      begin={{ allocationId: allocation.id, reason: '', idempotencyKey: newKey() }}
      send={async (undoing) => {
        await undo(undoing)
        toast({ tone: 'success', text: t('undone', { amount }) })
      }}
      onClose={onClose}
    >
      {({ control }) => (
        <FormTextArea control={control} name="reason" label={t('reason')} rows={3} maxLength={500} isRequired />
      )}
    </FormDialog>
  )
}
