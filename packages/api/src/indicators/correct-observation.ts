import { findStandingObservation, lockIndicator, supersedeObservation } from '@concert/db/indicators'
import { DomainError } from '@concert/domain/errors'
import { type ObservationCorrection, requireObservable } from '@concert/domain/indicator'
import { actorUserId } from '../actor-user.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'
import { observationGround } from './ground.ts'

/** Puts a new observation in the place of one that was wrong; the old one stays as history, with the reason. */
export function correctObservation(ctx: Context, input: ObservationCorrection): Promise<{ id: string }> {
  const { idempotencyKey, id, value, source, url, reason } = input
  return once(ctx, { key: idempotencyKey, procedure: 'indicators.correct', body: input }, async (trx) => {
    const before = await findStandingObservation(trx, id)
    if (!before) throw new DomainError('indicators.gone')
    await lockIndicator(trx, before.indicator)
    const old = await findStandingObservation(trx, id)
    if (!old) throw new DomainError('indicators.gone')
    const { indicator, observedOn, place, definition } = old
    const observation = { observedOn, place, definition, value, source, url }
    requireObservable(observation, await observationGround(trx, ctx, indicator))
    const newId = await supersedeObservation(trx, { id, indicator }, { ...observation, reason }, actorUserId(ctx))
    const values = { id: newId, ...observation, reason, corrected: { id, value: old.value, source: old.source } }
    await recordAudit(trx, ctx, 'indicator.corrected', { type: 'indicator', id: indicator }, values)
    return { id: newId }
  })
}
