import { findClosedPeriods } from '@concert/db/closings'
import { type ClosedPeriod, periodClosing, periodEnd } from '@concert/domain/closing'
import { z } from 'zod'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { procedure, router } from '../trpc.ts'
import { closePeriod } from './close-period.ts'
import { previewClosing } from './preview-closing.ts'

export const periodsRouter = router({
  list: procedure
    .meta({ policy: 'fund.read' })
    .input(z.void())
    .query(({ ctx }) => listPeriods(ctx)),
  preview: procedure
    .meta({ policy: 'fund.read' })
    .input(periodEnd)
    .query(({ ctx, input }) => previewClosing(ctx, input.until)),
  close: procedure
    .meta({ policy: 'fund.write' })
    .input(periodClosing)
    .mutation(({ ctx, input }) => closePeriod(ctx, input)),
})

function listPeriods(ctx: Context): Promise<ClosedPeriod[]> {
  return inTransaction(ctx, findClosedPeriods)
}
