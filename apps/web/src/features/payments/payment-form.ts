import { today } from '@concert/domain/calendar-date'
import { DomainError } from '@concert/domain/errors'
import type { PaymentStory } from '@concert/domain/fund-views'
import { type Money, parseAmount } from '@concert/domain/money'
import { paymentAllocation, paymentRecord } from '@concert/domain/payment'
import { z } from 'zod'
import { newKey } from '../../books/new-key.ts'
import { chosenId, typedAmount, typedAmountShape, typedDate, typedTextOrNone } from '../../books/typed-values.ts'
import { allocationRow, readAllocations } from './allocation-rows.ts'

const typedPayment = z.object({
  donorId: z.string().nullable(),
  receivedOn: z.string().nullable(),
  amount: typedAmountShape,
  /** In the currency of the amount. */
  fee: z.string(),
  bankAccountId: z.string().nullable(),
  bankReference: z.string(),
  document: z.string(),
  lookAlikeReason: z.string(),
  allocations: z.array(allocationRow),
  idempotencyKey: z.string(),
})
export type TypedPayment = z.infer<typeof typedPayment>

/** From what was typed to the payment that the domain knows; every refusal stands at its field. */
export const paymentForm = typedPayment
  .pipe(
    z
      .object({
        donorId: chosenId,
        receivedOn: typedDate,
        amount: typedAmount,
        fee: z.string(),
        bankAccountId: chosenId,
        bankReference: typedTextOrNone(140),
        document: typedTextOrNone(140),
        lookAlikeReason: typedTextOrNone(500),
        allocations: z.array(allocationRow),
        idempotencyKey: z.uuid(),
      })
      .transform((typed, context) => {
        const fee = readFee(typed.fee, typed.amount.currency, context)
        const allocations = readAllocations(typed.allocations, typed.amount.currency, context)
        return fee && allocations ? { ...typed, fee, allocations } : z.NEVER
      }),
  )
  .pipe(paymentRecord)

function readFee(text: string, currency: string, context: Pick<z.core.$RefinementCtx, 'addIssue'>): Money | null {
  if (text.trim() === '') return { amountMinor: 0, currency }
  try {
    return parseAmount(text, currency)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    context.addIssue({ code: 'custom', path: ['fee'], params: { code: error.code, ...error.params } })
    return null
  }
}

export function emptyPayment(donorId: string | null): TypedPayment {
  return {
    donorId,
    receivedOn: today(),
    amount: { text: '', currency: 'USD' },
    fee: '',
    bankAccountId: null,
    bankReference: '',
    document: '',
    lookAlikeReason: '',
    allocations: [],
    idempotencyKey: newKey(),
  }
}

const typedAllocation = z.object({
  paymentId: z.string(),
  currency: z.string(),
  allocatedOn: z.string().nullable(),
  allocations: z.array(allocationRow),
  idempotencyKey: z.string(),
})
export type TypedAllocation = z.infer<typeof typedAllocation>

/** From what was typed to an allocation of what a payment has left. */
export const allocationForm = typedAllocation
  .pipe(
    z
      .object({
        paymentId: z.uuid(),
        currency: z.string(),
        allocatedOn: typedDate,
        allocations: z.array(allocationRow),
        idempotencyKey: z.uuid(),
      })
      .transform(({ currency, ...typed }, context) => {
        const allocations = readAllocations(typed.allocations, currency, context)
        if (allocations?.length === 0)
          context.addIssue({ code: 'custom', path: ['allocations'], params: { code: 'errors.required' } })
        return allocations && allocations.length > 0 ? { ...typed, allocations } : z.NEVER
      }),
  )
  .pipe(paymentAllocation)

export function beginAllocation(payment: PaymentStory): TypedAllocation {
  return {
    paymentId: payment.id,
    currency: payment.unallocated.currency,
    allocatedOn: today(),
    allocations: [],
    idempotencyKey: newKey(),
  }
}
