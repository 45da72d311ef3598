import {
  definitionRecord,
  indicatorSlug,
  observationCorrection,
  observationImport,
  observationRecord,
} from '@concert/domain/indicator'
import { z } from 'zod'
import { procedure, router } from '../trpc.ts'
import { confirmObservation } from './confirm-observation.ts'
import { correctObservation } from './correct-observation.ts'
import { defineIndicator } from './define-indicator.ts'
import { importObservations } from './import-observations.ts'
import { getIndicatorPage, listIndicators } from './queries.ts'
import { recordObservation } from './record-observation.ts'

export const indicatorsRouter = router({
  list: procedure.meta({ policy: 'public' }).query(({ ctx }) => listIndicators(ctx)),
  get: procedure
    .meta({ policy: 'public' })
    .input(z.strictObject({ slug: indicatorSlug }))
    .query(({ ctx, input }) => getIndicatorPage(ctx, input)),
  record: procedure
    .meta({ policy: 'coordination.write' })
    .input(observationRecord)
    .mutation(({ ctx, input }) => recordObservation(ctx, input)),
  correct: procedure
    .meta({ policy: 'coordination.write' })
    .input(observationCorrection)
    .mutation(({ ctx, input }) => correctObservation(ctx, input)),
  define: procedure
    .meta({ policy: 'coordination.write' })
    .input(definitionRecord)
    .mutation(({ ctx, input }) => defineIndicator(ctx, input)),
  confirm: procedure
    .meta({ policy: 'coordination.write' })
    .input(z.strictObject({ id: z.uuid() }))
    .mutation(({ ctx, input }) => confirmObservation(ctx, input)),
  import: procedure
    .meta({ policy: 'coordination.write' })
    .input(observationImport)
    .mutation(({ ctx, input }) => importObservations(ctx, input)),
})
