import { entityIdentification, outreachMove } from '@concert/domain/outreach'
import { procedure, router } from '../trpc.ts'
import { identifyEntity } from './identify-entity.ts'
import { moveEntity } from './move-entity.ts'
import { listEntities, listStepsDue } from './queries.ts'

export const outreachRouter = router({
  list: procedure.meta({ policy: 'group.read' }).query(({ ctx }) => listEntities(ctx)),
  due: procedure.meta({ policy: 'coordination.write' }).query(({ ctx }) => listStepsDue(ctx)),
  identify: procedure
    .meta({ policy: 'coordination.write' })
    .input(entityIdentification)
    .mutation(({ ctx, input }) => identifyEntity(ctx, input)),
  move: procedure
    .meta({ policy: 'coordination.write' })
    .input(outreachMove)
    .mutation(({ ctx, input }) => moveEntity(ctx, input)),
})
