import { joinAgreement, joinEnding, joinProposal } from '@concert/domain/activity-join'
import { oneActivity } from '@concert/domain/activity-writes'
import { overlapFilter, overlapPairKey, overlapQuestion, overlapSettlement } from '@concert/domain/overlap-verdict'
import { procedure, router } from '../trpc.ts'
import { agreeToJoin } from './agree-to-join.ts'
import { endJoinProposal } from './end-join-proposal.ts'
import { proposeJoin } from './propose-join.ts'
import { askRadar, listOverlaps, listOverlapsOf, readInboxOverlaps } from './queries.ts'
import { readPair } from './read-pair.ts'
import { separateActivities } from './separate-activities.ts'
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

  pair: procedure
    .meta({ policy: 'group.read' })
    .input(overlapPairKey)
    .query(({ ctx, input }) => readPair(ctx, input)),
  proposeJoin: procedure
    .meta({ policy: 'overlaps.settle' })
    .input(joinProposal)
    .mutation(({ ctx, input }) => proposeJoin(ctx, input)),
  agreeToJoin: procedure
    .meta({ policy: 'overlaps.settle' })
    .input(joinAgreement)
    .mutation(({ ctx, input }) => agreeToJoin(ctx, input)),
  endJoinProposal: procedure
    .meta({ policy: 'overlaps.settle' })
    .input(joinEnding)
    .mutation(({ ctx, input }) => endJoinProposal(ctx, input)),
  separate: procedure
    .meta({ policy: 'overlaps.settle' })
    .input(joinEnding)
    .mutation(({ ctx, input }) => separateActivities(ctx, input)),
})
