import { statusChange } from '@concert/domain/commitment'
import { z } from 'zod'
import { procedure, router } from '../trpc.ts'
import { confirmResolution } from './confirm-resolution.ts'
import { listCommitments } from './queries.ts'
import { setStatus } from './set-status.ts'

export const commitmentsRouter = router({
  list: procedure.meta({ policy: 'public' }).query(({ ctx }) => listCommitments(ctx)),
  setStatus: procedure
    .meta({ policy: 'coordination.write' })
    .input(statusChange)
    .mutation(({ ctx, input }) => setStatus(ctx, input)),
  confirmResolution: procedure
    .meta({ policy: 'coordination.write' })
    .input(z.strictObject({ symbol: z.string().max(40) }))
    .mutation(({ ctx, input }) => confirmResolution(ctx, input)),
})
