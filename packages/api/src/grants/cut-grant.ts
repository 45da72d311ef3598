import { postEntry } from '@concert/db/journal'
import type { GrantCut } from '@concert/domain/grant-decisions'
import { cutEntry } from '@concert/domain/journal/grant-entries'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { bookingOf } from '../journal/booking.ts'
import { once } from '../transaction.ts'
import { lockAwardedGrant } from './lock-grant.ts'
import { publishGrants } from './publish-grants.ts'

/** Part of what is payable will not be paid; it is free for other awards. */
export function cutGrant(ctx: Context, input: GrantCut): Promise<{ reference: string }> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'grants.cut', body: input }, async (trx) => {
    const { id, reference, carried } = await lockAwardedGrant(trx, ctx, input)
    const { amount, on, reason } = input
    const entry = cutEntry({ grantId: id }, amount, carried.payable, on, reason)
    await postEntry(trx, bookingOf(ctx, input.idempotencyKey), entry)
    await publishGrants(trx)
    await recordAudit(trx, ctx, 'grant.cut', { type: 'grant', id }, { reference, amount, on, reason })
    return { reference }
  })
}
