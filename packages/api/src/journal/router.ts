import { journalFilter } from '@concert/domain/journal/entry'
import { procedure, router } from '../trpc.ts'
import { listEntries } from './queries.ts'

export const journalRouter = router({
  entries: procedure
    .meta({ policy: 'fund.read' })
    .input(journalFilter)
    .query(({ ctx, input }) => listEntries(ctx, input)),
})
