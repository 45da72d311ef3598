import { findObservations, insertObservations, lockIndicator } from '@concert/db/indicators'
import { DomainError } from '@concert/domain/errors'
import { type ObservationImport, planObservations } from '@concert/domain/indicator'
import { actorUserId } from '../actor-user.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'
import { observationGround } from './ground.ts'

export interface ObservationsImported {
  new: number
  same: number
}

/** Takes in a file of observations whole, or not at all, under the same rules as its preview. */
export function importObservations(ctx: Context, input: ObservationImport): Promise<ObservationsImported> {
  const { idempotencyKey, indicator, fileName, observations: file } = input
  return once(ctx, { key: idempotencyKey, procedure: 'indicators.import', body: input }, async (trx) => {
    await lockIndicator(trx, indicator)
    const ground = await observationGround(trx, ctx, indicator)
    const { observations, refusals } = planObservations(file, await findObservations(trx, indicator), ground)
    const [first] = refusals
    if (first) throw new DomainError('indicators.file_refused', { line: first.line, count: refusals.length })
    const written = observations.filter(({ standing }) => standing === 'new')
    const counts = { new: written.length, same: observations.length - written.length }
    if (written.length === 0) return counts
    const ids = await insertObservations(trx, indicator, written, actorUserId(ctx))
    await recordAudit(
      trx,
      ctx,
      'indicator.imported',
      { type: 'indicator', id: indicator },
      { fileName, ...counts, ids, observations: written.map(({ standing: _, ...row }) => row) },
    )
    return counts
  })
}
