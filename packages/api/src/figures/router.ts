import { locale } from '@concert/domain/locales'
import { z } from 'zod'
import { procedure, router } from '../trpc.ts'
import { readOverview } from './overview.ts'
import { listFigures, showFigure } from './queries.ts'

export const figuresRouter = router({
  list: procedure
    .meta({ policy: 'public' })
    .input(z.void())
    .query(({ ctx }) => listFigures(ctx)),
  show: procedure
    .meta({ policy: 'public' })
    .input(z.strictObject({ id: z.string().max(80) }))
    .query(({ ctx, input }) => showFigure(ctx, input.id)),
  overview: procedure
    .meta({ policy: 'public' })
    .input(z.strictObject({ locale }))
    .query(({ ctx, input }) => readOverview(ctx, input.locale)),
})
