import { oneActivity } from '@concert/domain/activity-writes'
import { overlapFilter, overlapQuestion, overlapSettlement } from '@concert/domain/overlap-verdict'
import { procedure, router } from '../trpc.ts'
import { askRadar, listOverlaps, listOverlapsOf, readInboxOverlaps } from './queries.ts'
import { settleOverlap } from './settle-overlap.ts'

export const overlapsRouter = router({
  radar: procedure
    .meta({ policy: 'activities.write' })
    .input(overlapQuestion)
    .query(({ ctx, input }) => askRadar(ctx, input)),
  list: procedure
    .meta({ policy: 'group.read' })
    .input(overlapFilter)
    .query(({ ctx, input }) => listOverlaps(ctx, input)),
  ofActivity: procedure
    .meta({ policy: 'group.read' })
    .input(oneActivity)
    .query(({ ctx, input }) => listOverlapsOf(ctx, input)),
  inbox: procedure.meta({ policy: 'group.read' }).query(({ ctx }) => readInboxOverlaps(ctx)),
  settle: procedure
    .meta({ policy: 'overlaps.settle' })
    .input(overlapSettlement)
    .mutation(({ ctx, input }) => settleOverlap(ctx, input)),
})
