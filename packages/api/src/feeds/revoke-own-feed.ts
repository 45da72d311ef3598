import { revokeFeed } from '@concert/db/calendar-feeds'
import { NotFound } from '@concert/domain/errors'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'

/** The address stops working at once. Whoever lost the role may still take back what they opened with it. */
export function revokeOwnFeed(ctx: Context, { id }: { id: string }): Promise<{ id: string }> {
  return inTransaction(ctx, async (trx) => {
    const subject = await revokeFeed(trx, id, ctx.now())
    if (!subject) throw new NotFound('calendar_feed')
    await recordAudit(trx, ctx, 'feed.revoked', { type: 'calendar_feed', id }, { kind: subject.kind })
    return { id }
  })
}
