import { postEntry } from '@concert/db/journal'
import { giftEntry } from '@concert/domain/journal/payment-entries'
import type { OverpaymentGift } from '@concert/domain/payment'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { bookingOf } from '../journal/booking.ts'
import { once } from '../transaction.ts'
import { lockPayment } from './lock-payment.ts'

/** The donor said that what no pledge explains is a gift to the fund. */
export function giveOverpayment(ctx: Context, input: OverpaymentGift): Promise<{ reference: string }> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'payments.giveOverpayment', body: input }, async (trx) => {
    const { id, reference, donorId, unallocated } = await lockPayment(trx, ctx, input)
    const { amount, on, reason } = input
    const entry = giftEntry({ about: { paymentId: id, donorId }, amount, unallocated, on, reason })
    await postEntry(trx, bookingOf(ctx, input.idempotencyKey), entry)
    const values = { reference, amount, on, reason }
    await recordAudit(trx, ctx, 'payment.overpayment_given', { type: 'payment', id }, values)
    return { reference }
  })
}
