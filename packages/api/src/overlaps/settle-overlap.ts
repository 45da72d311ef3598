import { getActivity } from '@concert/db/activities'
import { findMailboxesOf } from '@concert/db/agency-mailboxes'
import { findOverlapPair, insertOverlapVerdict, pairOf, updateOverlapState } from '@concert/db/overlaps'
import { DomainError } from '@concert/domain/errors'
import { factsBehind } from '@concert/domain/overlap'
import { factsOf } from '@concert/domain/overlap/facts'
import type { OverlapSettlement } from '@concert/domain/overlap-verdict'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'
import { maySettle } from './queries.ts'

/**
 * Decides on a pair and keeps what the decision rests on: the pair is quiet until one of those facts changes. Earlier
 * verdicts stay as its history.
 */
export function settleOverlap(ctx: Context, input: OverlapSettlement): Promise<{ references: [string, string] }> {
  const { idempotencyKey, ...body } = input
  return once(ctx, { key: idempotencyKey, procedure: 'overlaps.settle', body }, async (trx) => {
    const [one, other] = [await getActivity(trx, input.references[0]), await getActivity(trx, input.references[1])]
    const key = pairOf(one.id, other.id)
    const pair = await findOverlapPair(trx, key)
    if (!pair) throw new DomainError('overlaps.no_pair', { one: one.reference, other: other.reference })
    if (!maySettle(ctx.actor, pair.agencyIds)) throw new DomainError('overlaps.not_yours')
    const [a, b] = key.aId === one.id ? [one, other] : [other, one]
    const person = ctx.actor.kind === 'person' ? ctx.actor : undefined
    await insertOverlapVerdict(trx, {
      ...key,
      kind: input.kind,
      note: input.note,
      facts: factsBehind(factsOf(a), factsOf(b), pair.reasons),
      byId: person?.userId ?? null,
      byName: ctx.actor.kind === 'anonymous' ? '' : ctx.actor.name,
      byAgencyId: person?.agencyId ?? null,
      mailboxes: input.kind === 'coordinate' ? await findMailboxesOf(trx, [one.leadAgencyId, other.leadAgencyId]) : [],
    })
    await updateOverlapState(trx, key, { state: 'settled', changed: [] })
    await recordAudit(
      trx,
      ctx,
      'overlap.settled',
      { type: 'overlap', id: `${key.aId} ${key.bId}` },
      { references: input.references, kind: input.kind, note: input.note, score: pair.score },
    )
    return { references: input.references }
  })
}
