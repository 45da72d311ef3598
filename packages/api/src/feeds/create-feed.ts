import { insertFeed } from '@concert/db/calendar-feeds'
import type { Trx } from '@concert/db/client'
import type { FeedKind } from '@concert/domain/calendar-feed'
import { DomainError, NotFound } from '@concert/domain/errors'
import { actorUserId } from '../actor-user.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { newAddress } from './new-address.ts'

/** An address at which a calendar program reads. It is shown this once, so it is kept for no second answer either. */
export interface FeedAddress {
  id: string
  path: string
}

export function createFeed(ctx: Context, { kind }: { kind: FeedKind }): Promise<FeedAddress> {
  return inTransaction(ctx, async (trx) => {
    const feed = await openFeed(trx, ctx, kind)
    await recordAudit(trx, ctx, 'feed.created', { type: 'calendar_feed', id: feed.id }, { kind })
    return feed
  })
}

/** A feed of the one who asks, under a new address; one of each kind. */
export async function openFeed(trx: Trx, ctx: Context, kind: FeedKind): Promise<FeedAddress> {
  const ownerId = actorUserId(ctx)
  if (ownerId === null) throw new NotFound('user')
  const { path, tokenHash } = newAddress(kind)
  const id = await insertFeed(trx, { ownerId, kind, tokenHash, createdAt: ctx.now() })
  if (id === undefined) throw new DomainError('feeds.exists')
  return { id, path }
}
