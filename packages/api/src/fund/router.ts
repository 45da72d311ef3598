import { locale } from '@concert/domain/locales'
import { z } from 'zod'
import { procedure, router } from '../trpc.ts'
import { readCohorts, readFundTotals } from './queries.ts'

export const fundRouter = router({
  totals: procedure
    .meta({ policy: 'public' })
    .input(z.strictObject({ locale }))
    .query(({ ctx, input }) => readFundTotals(ctx, input.locale)),
  cohorts: procedure
    .meta({ policy: 'public' })
    .input(z.void())
    .query(({ ctx }) => readCohorts(ctx)),
})
