import { getEntryLines, lockJournal, postEntry } from '@concert/db/journal'
import { getAllocation, getPayment, updateAllocationUndone } from '@concert/db/payments'
import { today } from '@concert/domain/calendar-date'
import { DomainError } from '@concert/domain/errors'
import { mirrorEntry } from '@concert/domain/journal/entry'
import type { AllocationUndoing } from '@concert/domain/payment'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { bookingOf, requireBookable } from '../journal/booking.ts'
import { once } from '../transaction.ts'

/** Restores exactly what was there before the allocation, as an entry of its own on the present day. */
export function undoAllocation(ctx: Context, input: AllocationUndoing): Promise<{ reference: string }> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'payments.undoAllocation', body: input }, async (trx) => {
    await lockJournal(trx)
    const { id, paymentId, entryNumber, undone } = await getAllocation(trx, input.allocationId)
    if (undone) throw new DomainError('payments.already_undone')
    const day = today(ctx.now())
    await requireBookable(trx, ctx, day, 'allocationId')
    const original = await getEntryLines(trx, entryNumber)
    const entry = mirrorEntry('allocation_undone', original, day, input.reason)
    const number = await postEntry(trx, bookingOf(ctx, input.idempotencyKey), entry)
    await updateAllocationUndone(trx, id, number)
    const { reference } = await getPayment(trx, paymentId)
    const values = { reference, entry: entryNumber, reason: input.reason }
    await recordAudit(trx, ctx, 'payment.allocation_undone', { type: 'payment', id: paymentId }, values)
    return { reference }
  })
}
