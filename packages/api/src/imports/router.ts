import { reviewDecision } from '@concert/domain/import-plan'
import { reviewFilter } from '@concert/domain/import-review'
import { procedure, router } from '../trpc.ts'
import { decideRelevance } from './decide-relevance.ts'
import { listImports, reviewImported } from './queries.ts'

// Files come over a route of their own (apps/server/src/upload-iati.ts) to the use cases beside this file.
export const importsRouter = router({
  list: procedure.meta({ policy: 'imports.write' }).query(({ ctx }) => listImports(ctx)),
  review: procedure
    .meta({ policy: 'imports.write' })
    .input(reviewFilter)
    .query(({ ctx, input }) => reviewImported(ctx, input)),
  decide: procedure
    .meta({ policy: 'imports.write' })
    .input(reviewDecision)
    .mutation(({ ctx, input }) => decideRelevance(ctx, input)),
})
