import { updateJoinAgreed } from '@concert/db/activity-joins'
import type { JoinAgreement } from '@concert/domain/activity-join'
import { DomainError } from '@concert/domain/errors'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'
import { joinActivities } from './join-activities.ts'
import { nameOf, openJoin, partyOf } from './open-pair.ts'

/**
 * A focal point of a lead agrees to the proposal as it stands; once both leads have, the records are joined in the same
 * transaction. What changed since it was proposed has to be proposed again, so that nobody agrees to what was not shown.
 */
export function agreeToJoin(ctx: Context, { id, idempotencyKey }: JoinAgreement): Promise<{ isJoined: boolean }> {
  return once(ctx, { key: idempotencyKey, procedure: 'overlaps.agreeToJoin', body: { id } }, async (trx) => {
    const { join, kept, joined } = await openJoin(trx, id, 'proposed')
    const party = partyOf(ctx.actor, { kept, joined })
    if (party === null) throw new DomainError('overlaps.agree_not_yours')
    for (const [{ reference, version }, proposed] of [
      [kept, join.keptVersion],
      [joined, join.joinedVersion],
    ] as const)
      if (version !== proposed) throw new DomainError('overlaps.changed_since_proposal', { reference, version })
    await updateJoinAgreed(trx, id, { side: party, at: ctx.now(), by: nameOf(ctx) })
    await recordAudit(trx, ctx, 'overlap.join_agreed', { type: 'activity_join', id }, { party })
    const other = join.parties[party === 'kept' ? 1 : 0]
    if (other.agreedAt === null) return { isJoined: false }
    await joinActivities(trx, ctx, { join, kept, joined })
    return { isJoined: true }
  })
}
