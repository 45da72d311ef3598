import { recordCheckRun } from '@concert/db/check-runs'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { standingChecks } from './registry.ts'
import type { CheckOutcome } from './standing-check.ts'

export type CheckReport = { id: string; severity: 'fault' | 'asks' } & CheckOutcome

/**
 * Runs every standing check in the name of the system, which sees all, and keeps the outcomes for the page. After
 * `signal` no further one is begun.
 */
export async function runChecks(ctx: Context, signal?: AbortSignal): Promise<CheckReport[]> {
  const system: Context = { ...ctx, actor: { kind: 'system', name: 'standing checks' } }
  const outcomes: CheckReport[] = []
  for (const check of standingChecks) {
    if (signal?.aborted) break
    outcomes.push(
      await inTransaction(system, async (trx) => {
        const outcome = await check.run(trx, ctx.now())
        await recordCheckRun(trx, { id: check.id, ranAt: ctx.now().toISOString(), ...outcome })
        return { id: check.id, severity: check.severity ?? 'fault', ...outcome }
      }),
    )
  }
  return outcomes
}
