import { createHash } from 'node:crypto'
import { countFeedRequest } from '@concert/db/feed-requests'
import { feedRequestsPerMinute } from '@concert/domain/calendar-feed'
import type { Context } from '../context.ts'

/** Whether a client may ask for one more calendar in this minute, on whichever replica it asks. Its address is not kept. */
export async function allowRequest(ctx: Pick<Context, 'db' | 'now'>, address: string): Promise<boolean> {
  const client = createHash('sha256').update(`calendar ${address}`).digest('hex')
  return (await countFeedRequest(ctx.db, client, ctx.now())) <= feedRequestsPerMinute
}
