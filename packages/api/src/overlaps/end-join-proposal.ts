import { updateJoinEnded } from '@concert/db/activity-joins'
import type { JoinEnding } from '@concert/domain/activity-join'
import { DomainError } from '@concert/domain/errors'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'
import { endingOf } from './may-join.ts'
import { agencyIdOf, nameOf, openJoin } from './open-pair.ts'

/** Declines a proposal to join, or withdraws it on the side that made it; both records stay as they are. */
export function endJoinProposal(
  ctx: Context,
  { id, why, idempotencyKey }: JoinEnding,
): Promise<{ state: 'declined' | 'withdrawn' }> {
  const body = { id, why }
  return once(ctx, { key: idempotencyKey, procedure: 'overlaps.endJoinProposal', body }, async (trx) => {
    const opened = await openJoin(trx, id, 'proposed')
    const ending = endingOf(ctx.actor, opened)
    if (ending === null) throw new DomainError('overlaps.agree_not_yours')
    const state = ending === 'withdraw' ? 'withdrawn' : 'declined'
    await updateJoinEnded(trx, id, { state, at: ctx.now(), by: nameOf(ctx), agencyId: agencyIdOf(ctx), why })
    await recordAudit(trx, ctx, `overlap.join_${state}`, { type: 'activity_join', id }, { why })
    return { state }
  })
}
