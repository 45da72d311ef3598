import { journalFilter } from '@concert/domain/journal/entry'
import { entryReversal } from '@concert/domain/second-signature'
import { procedure, router } from '../trpc.ts'
import { listEntries } from './queries.ts'
import { reverseEntry } from './reverse-entry.ts'

export const journalRouter = router({
  entries: procedure
    .meta({ policy: 'fund.read' })
    .input(journalFilter)
    .query(({ ctx, input }) => listEntries(ctx, input)),
  reverse: procedure
    .meta({ policy: 'fund.write' })
    .input(entryReversal)
    .mutation(({ ctx, input }) => reverseEntry(ctx, input)),
})
