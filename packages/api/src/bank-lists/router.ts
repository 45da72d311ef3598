import { z } from 'zod'
import { procedure, router } from '../trpc.ts'
import { listBankLists, readConfirmedList } from './queries.ts'

const page = z.int().min(1).max(10_000).default(1)

// Files come over a route of their own (apps/server/src/upload-routes.ts) to the use cases beside this file.
export const bankListsRouter = router({
  list: procedure
    .meta({ policy: 'fund.read' })
    .input(z.strictObject({ page }))
    .query(({ ctx, input }) => listBankLists(ctx, input.page)),
  show: procedure
    .meta({ policy: 'fund.read' })
    .input(z.strictObject({ id: z.uuid(), page }))
    .query(({ ctx, input }) => readConfirmedList(ctx, input.id, input.page)),
})
