import { findObservations, insertObservations, lockIndicator } from '@concert/db/indicators'
import { DomainError } from '@concert/domain/errors'
import { type ObservationRecord, requireObservable } from '@concert/domain/indicator'
import { actorUserId } from '../actor-user.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'
import { observationGround } from './ground.ts'

/** Adds what a source says of an indicator on a day. What stands for that day already is corrected, not doubled. */
export function recordObservation(ctx: Context, input: ObservationRecord): Promise<{ id: string }> {
  const { idempotencyKey, indicator, ...observation } = input
  return once(ctx, { key: idempotencyKey, procedure: 'indicators.record', body: input }, async (trx) => {
    await lockIndicator(trx, indicator)
    requireObservable(observation, await observationGround(trx, ctx, indicator))
    const { observedOn, place, definition } = observation
    const stands = (await findObservations(trx, indicator)).some(
      (each) => each.observedOn === observedOn && each.place === place && each.definition === definition,
    )
    if (stands) throw new DomainError('indicators.stands', { date: observedOn }, 'observedOn')
    const [id = ''] = await insertObservations(trx, indicator, [observation], actorUserId(ctx))
    await recordAudit(trx, ctx, 'indicator.observed', { type: 'indicator', id: indicator }, { id, ...observation })
    return { id }
  })
}
