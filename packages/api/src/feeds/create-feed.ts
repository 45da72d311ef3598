import { getAgency } from '@concert/db/agencies'
import { type FeedSubject, findOwnFeeds, insertFeed } from '@concert/db/calendar-feeds'
import type { Trx } from '@concert/db/client'
import { getPlace } from '@concert/db/places'
import { type FeedRequest, mostFeeds } from '@concert/domain/calendar-feed'
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

export function createFeed(ctx: Context, request: FeedRequest): Promise<FeedAddress> {
  return inTransaction(ctx, async (trx) => {
    const subject = await subjectOf(trx, request)
    if ((await findOwnFeeds(trx)).length >= mostFeeds) throw new DomainError('feeds.too_many', { most: mostFeeds })
    const feed = await openFeed(trx, ctx, subject)
    await recordAudit(trx, ctx, 'feed.created', { type: 'calendar_feed', id: feed.id }, { ...subject })
    return feed
  })
}

/** A feed of the one who asks, under a new address; one of each subject. */
export async function openFeed(trx: Trx, ctx: Context, subject: FeedSubject): Promise<FeedAddress> {
  const ownerId = actorUserId(ctx)
  if (ownerId === null) throw new NotFound('user')
  const { path, tokenHash } = newAddress(subject.kind)
  const id = await insertFeed(trx, { ...subject, ownerId, tokenHash, createdAt: ctx.now() })
  if (id === undefined) throw new DomainError('feeds.exists')
  return { id, path }
}

/** An agency that the one who asks may not know, or a place without a page, is none. */
async function subjectOf(trx: Trx, request: FeedRequest): Promise<FeedSubject> {
  switch (request.kind) {
    case 'instalments':
      return { kind: 'instalments', agencyId: null, placeCode: null }
    case 'agency':
      return { kind: 'agency', agencyId: (await getAgency(trx, request.agency)).id, placeCode: null }
    case 'place':
      return { kind: 'place', agencyId: null, placeCode: (await getPlace(trx, request.place)).code }
  }
}
