import { locale } from '@concert/domain/locales'
import { statementPeriod } from '@concert/domain/statement'
import { z } from 'zod'
import { procedure, router } from '../trpc.ts'
import { readBreakdowns, readPublicStatement, readStatement } from './queries.ts'

export const statementRouter = router({
  show: procedure
    .meta({ policy: 'fund.read' })
    .input(statementPeriod)
    .query(({ ctx, input }) => readStatement(ctx, input)),
  breakdowns: procedure
    .meta({ policy: 'fund.read' })
    .input(statementPeriod.safeExtend({ locale }))
    .query(({ ctx, input: { locale: reader, ...period } }) => readBreakdowns(ctx, period, reader)),
  year: procedure
    .meta({ policy: 'public' })
    .input(z.strictObject({ year: z.int().min(1900).max(2200).optional() }))
    .query(({ ctx, input }) => readPublicStatement(ctx, input.year)),
})
