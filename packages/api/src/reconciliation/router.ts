import { locale } from '@concert/domain/locales'
import { documentMatching, documentUnmatching, reconciliationFilter } from '@concert/domain/reconciliation-views'
import { z } from 'zod'
import { procedure, router } from '../trpc.ts'
import { matchAgain } from './match-certain.ts'
import { matchDocument } from './match-document.ts'
import { listCandidates, listReconciliation, readReconciliation } from './queries.ts'
import { unmatchDocument } from './unmatch-document.ts'

// Files come over a route of their own (apps/server/src/upload-routes.ts) to the use cases beside this file.
export const reconciliationRouter = router({
  state: procedure.meta({ policy: 'fund.read' }).query(({ ctx }) => readReconciliation(ctx)),
  lines: procedure
    .meta({ policy: 'fund.read' })
    .input(reconciliationFilter.extend({ locale }))
    .query(({ ctx, input: { locale: reader, ...filter } }) => listReconciliation(ctx, filter, reader)),
  candidates: procedure
    .meta({ policy: 'fund.read' })
    .input(z.strictObject({ document: z.string().max(140), locale }))
    .query(({ ctx, input }) => listCandidates(ctx, input.document, input.locale)),
  matchAgain: procedure
    .meta({ policy: 'fund.write' })
    .input(z.strictObject({ idempotencyKey: z.uuid() }))
    .mutation(({ ctx, input }) => matchAgain(ctx, input)),
  match: procedure
    .meta({ policy: 'fund.write' })
    .input(documentMatching)
    .mutation(({ ctx, input }) => matchDocument(ctx, input)),
  unmatch: procedure
    .meta({ policy: 'fund.write' })
    .input(documentUnmatching)
    .mutation(({ ctx, input }) => unmatchDocument(ctx, input)),
})
