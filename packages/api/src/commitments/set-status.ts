import { findStatusAddressees, insertStatusStep, upsertCommitmentStatus } from '@concert/db/commitments'
import type { StatusChange } from '@concert/domain/commitment'
import { DomainError, NotFound } from '@concert/domain/errors'
import { actorUserId } from '../actor-user.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'

/** Records how far the United Nations is with what a paragraph asks of it. What States are asked is never graded. */
export function setStatus(ctx: Context, change: StatusChange): Promise<void> {
  return inTransaction(ctx, async (trx) => {
    const possible = await findStatusAddressees(trx, change.instrument, change.number)
    if (!possible) throw new NotFound('paragraph')
    if (!possible.includes(change.addressee)) {
      throw new DomainError('commitments.no_status_here', { number: change.number }, 'status')
    }
    await upsertCommitmentStatus(trx, change, actorUserId(ctx))
    const name = ctx.actor.kind === 'anonymous' ? '' : ctx.actor.name
    await insertStatusStep(trx, change, { id: actorUserId(ctx), name })
    const id = `${change.instrument}/${change.number}`
    await recordAudit(trx, ctx, 'commitment.status_set', { type: 'paragraph', id }, change)
  })
}
