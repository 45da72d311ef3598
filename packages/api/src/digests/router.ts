import { digestChoice } from '@concert/domain/digest'
import { procedure, router } from '../trpc.ts'
import { changeDigest } from './change-digest.ts'
import { ownDigest } from './queries.ts'

export const digestsRouter = router({
  own: procedure.meta({ policy: 'signed_in' }).query(({ ctx }) => ownDigest(ctx)),
  change: procedure
    .meta({ policy: 'signed_in' })
    .input(digestChoice)
    .mutation(({ ctx, input }) => changeDigest(ctx, input)),
})
