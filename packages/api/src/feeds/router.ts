import { findOwnFeeds } from '@concert/db/calendar-feeds'
import { activityFeedRequest, feedChoice, feedRequest } from '@concert/domain/calendar-feed'
import { inTransaction } from '../transaction.ts'
import { procedure, router } from '../trpc.ts'
import { createFeed } from './create-feed.ts'
import { renewFeed } from './renew-feed.ts'
import { revokeOwnFeed } from './revoke-own-feed.ts'

export const feedsRouter = router({
  list: procedure.meta({ policy: 'signed_in' }).query(({ ctx }) => inTransaction(ctx, (trx) => findOwnFeeds(trx))),
  create: procedure
    .meta({ policy: 'fund.write' })
    .input(feedRequest)
    .mutation(({ ctx, input }) => createFeed(ctx, input)),
  subscribe: procedure
    .meta({ policy: 'group.read' })
    .input(activityFeedRequest)
    .mutation(({ ctx, input }) => createFeed(ctx, input)),
  renew: procedure
    .meta({ policy: 'signed_in' })
    .input(feedChoice)
    .mutation(({ ctx, input }) => renewFeed(ctx, input)),
  revoke: procedure
    .meta({ policy: 'signed_in' })
    .input(feedChoice)
    .mutation(({ ctx, input }) => revokeOwnFeed(ctx, input)),
})
