import { lockJournal } from '@concert/db/journal'
import { getPayment } from '@concert/db/payments'
import type { PaymentAllocation } from '@concert/domain/payment'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { bookingOf, requireBookable } from '../journal/booking.ts'
import { once } from '../transaction.ts'
import { allocateParts } from './allocate-parts.ts'

/** Says what money is for that came in before. */
export function allocatePayment(ctx: Context, input: PaymentAllocation): Promise<{ reference: string }> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'payments.allocate', body: input }, async (trx) => {
    await lockJournal(trx)
    const { id, reference } = await getPayment(trx, input.paymentId)
    const { allocatedOn, allocations } = input
    await requireBookable(trx, ctx, allocatedOn, 'allocatedOn')
    await allocateParts(trx, bookingOf(ctx, input.idempotencyKey), id, allocations, allocatedOn)
    const values = { reference, allocatedOn, allocations }
    await recordAudit(trx, ctx, 'payment.allocated', { type: 'payment', id }, values)
    return { reference }
  })
}
