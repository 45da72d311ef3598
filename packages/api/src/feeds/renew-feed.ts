import { revokeFeed } from '@concert/db/calendar-feeds'
import { NotFound } from '@concert/domain/errors'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { type FeedAddress, openFeed } from './create-feed.ts'

/** A new address in place of the present one, which stops working in the same moment. */
export function renewFeed(ctx: Context, { id }: { id: string }): Promise<FeedAddress> {
  return inTransaction(ctx, async (trx) => {
    const kind = await revokeFeed(trx, id, ctx.now())
    if (kind === undefined) throw new NotFound('calendar_feed')
    const feed = await openFeed(trx, ctx, kind)
    await recordAudit(trx, ctx, 'feed.renewed', { type: 'calendar_feed', id: feed.id }, { kind, replaces: id })
    return feed
  })
}
