import { insertReserve } from '@concert/db/fund-reserve'
import { lockJournal } from '@concert/db/journal'
import type { ReserveSetting } from '@concert/domain/grant-decisions'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { bookingOf } from '../journal/booking.ts'
import { once } from '../transaction.ts'

/** What is kept back from awards from a day on. It is set anew, never changed. */
export function setReserve(ctx: Context, input: ReserveSetting): Promise<{ from: string }> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'grants.setReserve', body: input }, async (trx) => {
    await lockJournal(trx)
    const { from, usdMinor, reason } = input
    await insertReserve(trx, { from, usdMinor, reason, by: bookingOf(ctx, null).actorName })
    await recordAudit(trx, ctx, 'fund.reserve_set', { type: 'fund_reserve', id: from }, { from, usdMinor, reason })
    return { from }
  })
}
