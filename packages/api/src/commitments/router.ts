import { statusChange } from '@concert/domain/commitment'
import { evidenceAddition, paragraphKey } from '@concert/domain/evidence'
import { z } from 'zod'
import { procedure, router } from '../trpc.ts'
import { addEvidence } from './add-evidence.ts'
import { confirmResolution } from './confirm-resolution.ts'
import { readCommitmentMatrix } from './matrix.ts'
import { getCommitment, listCommitments } from './queries.ts'
import { removeEvidence } from './remove-evidence.ts'
import { setStatus } from './set-status.ts'

export const commitmentsRouter = router({
  list: procedure.meta({ policy: 'public' }).query(({ ctx }) => listCommitments(ctx)),
  get: procedure
    .meta({ policy: 'public' })
    .input(paragraphKey)
    .query(({ ctx, input }) => getCommitment(ctx, input)),
  byAgency: procedure
    .meta({ policy: 'group.read' })
    .input(z.strictObject({ year: z.int().min(1990).max(2100).optional() }))
    .query(({ ctx, input }) => readCommitmentMatrix(ctx, input)),
  addEvidence: procedure
    .meta({ policy: 'coordination.write' })
    .input(evidenceAddition)
    .mutation(({ ctx, input }) => addEvidence(ctx, input)),
  removeEvidence: procedure
    .meta({ policy: 'coordination.write' })
    .input(z.strictObject({ id: z.uuid() }))
    .mutation(({ ctx, input }) => removeEvidence(ctx, input)),
  setStatus: procedure
    .meta({ policy: 'coordination.write' })
    .input(statusChange)
    .mutation(({ ctx, input }) => setStatus(ctx, input)),
  confirmResolution: procedure
    .meta({ policy: 'coordination.write' })
    .input(z.strictObject({ symbol: z.string().max(40) }))
    .mutation(({ ctx, input }) => confirmResolution(ctx, input)),
})
