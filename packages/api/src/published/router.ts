import { z } from 'zod'
import { procedure, router } from '../trpc.ts'
import { clearFigure } from './clear-figure.ts'
import { listPublished } from './queries.ts'
import { unclearFigure } from './unclear-figure.ts'

const id = z.strictObject({ id: z.uuid() })

export const publishedRouter = router({
  list: procedure.meta({ policy: 'public' }).query(({ ctx }) => listPublished(ctx)),
  clear: procedure
    .meta({ policy: 'fund.write' })
    .input(id)
    .mutation(({ ctx, input }) => clearFigure(ctx, input)),
  unclear: procedure
    .meta({ policy: 'fund.write' })
    .input(id)
    .mutation(({ ctx, input }) => unclearFigure(ctx, input)),
})
