import { z } from 'zod'
import { calendarDate } from './calendar-date.ts'
import { isActiveOn } from './currencies.ts'
import { money, positiveMoney } from './money.ts'

const text = (max: number) => z.string().trim().min(1).max(max).nullable()

/** Which part of a payment pays which pledge; `settles` when the pledge is in another currency than the payment. */
export const allocationRequest = z.strictObject({
  pledgeId: z.uuid(),
  /** Left open, the oldest open instalments are paid first. */
  instalmentId: z.uuid().nullable(),
  amount: positiveMoney,
  settles: positiveMoney.nullable(),
})
export type AllocationRequest = z.infer<typeof allocationRequest>

/** Money that came in. `amount` is what the donor sent; the bank's `fee` was taken from it. */
export const paymentRecord = z
  .strictObject({
    donorId: z.uuid(),
    receivedOn: calendarDate,
    amount: positiveMoney,
    fee: money,
    bankAccountId: z.uuid(),
    bankReference: text(140),
    document: text(140),
    /** Why it is a payment of its own although it looks like another one. */
    lookAlikeReason: text(500),
    allocations: z.array(allocationRequest).max(60),
    idempotencyKey: z.uuid(),
  })
  .superRefine((payment, ctx) => {
    const { amount, fee } = payment
    if (fee.currency !== amount.currency || fee.amountMinor < 0 || fee.amountMinor >= amount.amountMinor) {
      ctx.addIssue({ code: 'custom', path: ['fee'], params: { code: 'payments.fee' } })
    }
    if (!isActiveOn(amount.currency, payment.receivedOn)) {
      const params = { code: 'fund.currency_not_active', currency: amount.currency, date: payment.receivedOn }
      ctx.addIssue({ code: 'custom', path: ['amount'], params })
    }
  })
export type PaymentRecord = z.infer<typeof paymentRecord>

export const paymentAllocation = z.strictObject({
  paymentId: z.uuid(),
  allocatedOn: calendarDate,
  allocations: z.array(allocationRequest).min(1).max(60),
  idempotencyKey: z.uuid(),
})
export type PaymentAllocation = z.infer<typeof paymentAllocation>

export const allocationUndoing = z.strictObject({
  allocationId: z.uuid(),
  reason: z.string().trim().min(1).max(500),
  idempotencyKey: z.uuid(),
})
export type AllocationUndoing = z.infer<typeof allocationUndoing>

const leftOver = {
  paymentId: z.uuid(),
  on: calendarDate,
  amount: positiveMoney,
  reason: z.string().trim().min(1).max(500),
  idempotencyKey: z.uuid(),
}

/** The donor says that what no pledge explains is a gift; `reason` is where it was said. */
export const overpaymentGift = z.strictObject(leftOver)
export type OverpaymentGift = z.infer<typeof overpaymentGift>

/** What no pledge explains goes back to the donor, from the account it came to or another in its currency. */
export const paymentRefund = z.strictObject({ ...leftOver, bankAccountId: z.uuid() })
export type PaymentRefund = z.infer<typeof paymentRefund>

/** A bank account that receives for the fund, in one currency. */
export const bankAccountOpening = z.strictObject({
  name: z.string().trim().min(1).max(120),
  currency: positiveMoney.shape.currency,
  idempotencyKey: z.uuid(),
})
export type BankAccountOpening = z.infer<typeof bankAccountOpening>

/** Two payments of one donor, amount and currency within this many days look alike (journal.md, invariant 6). */
export const lookAlikeDays = 3

export const paymentFilter = z.strictObject({
  text: z.string().max(100).default(''),
  donorId: z.uuid().optional(),
  bankAccountId: z.uuid().optional(),
  year: z.int().min(2000).max(2200).optional(),
  unallocated: z.boolean().optional(),
  page: z.int().min(1).max(10_000).default(1),
})
export type PaymentFilter = z.infer<typeof paymentFilter>
