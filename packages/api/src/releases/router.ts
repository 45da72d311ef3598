import { releaseMaking, releaseWithdrawal } from '@concert/domain/people-release'
import { procedure, router } from '../trpc.ts'
import { makeRelease } from './make-release.ts'
import { listReleases, previewRelease, readCurrentRelease } from './queries.ts'
import { withdrawRelease } from './withdraw-release.ts'

export const releasesRouter = router({
  list: procedure.meta({ policy: 'public' }).query(({ ctx }) => listReleases(ctx)),
  current: procedure.meta({ policy: 'public' }).query(({ ctx }) => readCurrentRelease(ctx)),
  preview: procedure.meta({ policy: 'coordination.write' }).query(({ ctx }) => previewRelease(ctx)),
  make: procedure
    .meta({ policy: 'coordination.write' })
    .input(releaseMaking)
    .mutation(({ ctx, input }) => makeRelease(ctx, input)),
  withdraw: procedure
    .meta({ policy: 'coordination.write' })
    .input(releaseWithdrawal)
    .mutation(({ ctx, input }) => withdrawRelease(ctx, input)),
})
