import { insertClosedPeriod } from '@concert/db/closings'
import { lockJournal, postEntries } from '@concert/db/journal'
import type { PeriodClosing } from '@concert/domain/closing'
import { closingEntries, revaluationsOf } from '@concert/domain/journal/closing-entry'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { bookingOf } from '../journal/booking.ts'
import { once } from '../transaction.ts'
import { findClosingGround } from './closing-ground.ts'

/** Carries what is open at the closing rates, and takes no entry up to that day any more. */
export function closePeriod(
  ctx: Context,
  input: PeriodClosing,
): Promise<{ until: string; entryNumber: number | null }> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'periods.close', body: input }, async (trx) => {
    await lockJournal(trx)
    const { until, idempotencyKey } = input
    const { balances, rates, refusals } = await findClosingGround(trx, ctx, until)
    if (refusals[0]) throw refusals[0]
    const entries = closingEntries(until, revaluationsOf(balances, rates))
    const booking = bookingOf(ctx, idempotencyKey)
    // In one go: between the two a balance that is gone would hold dollars.
    const numbers = entries.length > 0 ? await postEntries(trx, booking, entries) : []
    const entryNumber = entries[0]?.valueDate === until ? (numbers[0] ?? null) : null
    await insertClosedPeriod(trx, { until, closedBy: booking.actorName, entryNumber })
    await recordAudit(trx, ctx, 'period.closed', { type: 'period', id: until }, { until, entries: numbers })
    return { until, entryNumber }
  })
}
