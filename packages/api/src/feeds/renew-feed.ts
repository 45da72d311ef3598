import { revokeFeed } from '@concert/db/calendar-feeds'
import { mayUse } from '@concert/domain/actor'
import { NotFound } from '@concert/domain/errors'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { type FeedAddress, openFeed } from './create-feed.ts'

/** A new address in place of the present one, which stops working in the same moment. */
export function renewFeed(ctx: Context, { id }: { id: string }): Promise<FeedAddress> {
  return inTransaction(ctx, async (trx) => {
    const subject = await revokeFeed(trx, id, ctx.now())
    // Whoever is no fund manager any more can take that feed back, and not open it again.
    if (!subject || (subject.kind === 'instalments' && !mayUse(ctx.actor, 'fund.write'))) {
      throw new NotFound('calendar_feed')
    }
    const feed = await openFeed(trx, ctx, subject)
    await recordAudit(
      trx,
      ctx,
      'feed.renewed',
      { type: 'calendar_feed', id: feed.id },
      { kind: subject.kind, replaces: id },
    )
    return feed
  })
}
