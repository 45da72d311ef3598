import { today } from '@concert/domain/calendar-date'
import type { EntryRow, PaymentStory } from '@concert/domain/fund-views'
import { overpaymentGift, paymentRefund } from '@concert/domain/payment'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { z } from 'zod'
import { DayField, FormDialog, ReasonField, SumField } from '../../books/FormDialog.tsx'
import { newKey } from '../../books/new-key.ts'
import { ReversalDialog } from '../../books/ReversalDialog.tsx'
import { chosenId, toTyped, typedAmount, typedAmountShape, typedDate, typedText } from '../../books/typed-values.ts'
import { useMoney } from '../../books/use-money.ts'
import { trpc } from '../../trpc.ts'
import { Menu } from '../../ui/Menu.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { BankAccountField } from './BankAccountField.tsx'

const paymentActions = ['give', 'refund', 'reverse'] as const
type PaymentAction = (typeof paymentActions)[number]

/** What can be done with a payment that stands, besides allocating it. */
export function PaymentActions({ payment }: { payment: PaymentStory }) {
  const t = useTranslations('payments')
  const [action, setAction] = useState<PaymentAction | null>(null)
  const isOpen = payment.unallocated.amountMinor > 0
  const receipt = receiptOf(payment)
  const close = () => setAction(null)
  return (
    <>
      <Menu
        label={t('actions.menu')}
        items={paymentActions
          .filter((id) => id === 'reverse' || isOpen)
          .map((id) => ({ id, name: t(`actions.${id}.name`), description: t(`actions.${id}.lead`) }))}
        onAction={(id) => setAction(paymentActions.find((one) => one === id) ?? null)}
      />
      {action === 'give' && <GiveDialog payment={payment} onClose={close} />}
      {action === 'refund' && <RefundDialog payment={payment} onClose={close} />}
      {action === 'reverse' && receipt && (
        <ReversalDialog
          number={receipt.number}
          title={t('actions.reverse.name')}
          lead={t('actions.reverse.lead')}
          onClose={close}
        />
      )}
    </>
  )
}

/** The entry by which the money came in. */
export function receiptOf(payment: PaymentStory): EntryRow | undefined {
  return payment.entries.find(({ kind }) => kind === 'payment_received')
}

const typedLeftOver = z.object({
  paymentId: z.string(),
  on: z.string().nullable(),
  amount: typedAmountShape,
  reason: z.string(),
  idempotencyKey: z.string(),
})
const readLeftOver = { on: typedDate, amount: typedAmount, reason: typedText(500) }
const giftForm = typedLeftOver.pipe(overpaymentGift.extend(readLeftOver))
const refundForm = typedLeftOver
  .extend({ bankAccountId: z.string().nullable() })
  .pipe(paymentRefund.extend({ ...readLeftOver, bankAccountId: chosenId }))

function beginLeftOver({ id, unallocated }: PaymentStory) {
  return { paymentId: id, on: today(), amount: toTyped(unallocated), reason: '', idempotencyKey: newKey() }
}

interface LeftOverProps {
  payment: PaymentStory
  onClose: () => void
}

/** The donor says that what no pledge explains is a gift. */
function GiveDialog({ payment, onClose }: LeftOverProps) {
  const t = useTranslations('payments.actions')
  const money = useMoney()
  const toast = useToast()
  const { mutateAsync: give } = useMutation(trpc.payments.giveOverpayment.mutationOptions())
  const { unallocated } = payment
  return (
    <FormDialog
      title={t('give.name')}
      lead={t('give.lead')}
      submit={t('give.submit')}
      schema={giftForm}
      begin={beginLeftOver(payment)}
      send={async (gift) => {
        await give(gift)
        toast({ tone: 'success', text: t('give.done', { amount: money.full(gift.amount) }) })
      }}
      onClose={onClose}
    >
      {({ control }) => (
        <>
          <DayField control={control} />
          <SumField
            control={control}
            description={t('left', { amount: money.full(unallocated) })}
            currency={unallocated.currency}
          />
          <ReasonField control={control} />
        </>
      )}
    </FormDialog>
  )
}

/** What no pledge explains goes back to the donor. */
function RefundDialog({ payment, onClose }: LeftOverProps) {
  const t = useTranslations('payments.actions')
  const money = useMoney()
  const toast = useToast()
  const { mutateAsync: refund } = useMutation(trpc.payments.refund.mutationOptions())
  const { unallocated } = payment
  return (
    <FormDialog
      title={t('refund.name')}
      lead={t('refund.lead')}
      submit={t('refund.submit')}
      schema={refundForm}
      begin={{ ...beginLeftOver(payment), bankAccountId: null }}
      send={async (back) => {
        await refund(back)
        toast({ tone: 'success', text: t('refund.done', { amount: money.full(back.amount) }) })
      }}
      onClose={onClose}
    >
      {({ control }) => (
        <>
          <DayField control={control} />
          <SumField
            control={control}
            description={t('left', { amount: money.full(unallocated) })}
            currency={unallocated.currency}
          />
          <BankAccountField control={control} name="bankAccountId" currency={unallocated.currency} />
          <ReasonField control={control} />
        </>
      )}
    </FormDialog>
  )
}
