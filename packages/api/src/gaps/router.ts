import { coverageFilter } from '@concert/domain/coverage'
import { procedure, router } from '../trpc.ts'
import { readCoverage } from './queries.ts'

export const gapsRouter = router({
  matrix: procedure
    .meta({ policy: 'group.read' })
    .input(coverageFilter)
    .query(({ ctx, input }) => readCoverage(ctx, input)),
})
