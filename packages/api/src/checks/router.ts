import { findCheckRuns } from '@concert/db/check-runs'
import { z } from 'zod'
import { inTransaction } from '../transaction.ts'
import { procedure, router } from '../trpc.ts'
import { standingChecks } from './registry.ts'
import { runChecksNow } from './run-now.ts'

export interface CheckState {
  id: string
  severity: 'fault' | 'asks'
  /** Undefined when it never ran. */
  lastRun: { ranAt: string; ok: boolean; found: number } | undefined
}

export const checksRouter = router({
  /** What always has to hold, and when it last did. References of records stay in the terminal: the page is public. */
  list: procedure
    .meta({ policy: 'public' })
    .input(z.void())
    .query(({ ctx }) =>
      inTransaction(ctx, async (trx): Promise<CheckState[]> => {
        const runs = new Map((await findCheckRuns(trx)).map((run) => [run.id, run]))
        return standingChecks.map(({ id, severity = 'fault' }) => {
          const run = runs.get(id)
          return { id, severity, lastRun: run && { ranAt: run.ranAt, ok: run.ok, found: run.found } }
        })
      }),
    ),
  run: procedure
    .meta({ policy: 'checks.run' })
    .input(z.void())
    .mutation(({ ctx }) => runChecksNow(ctx)),
})
