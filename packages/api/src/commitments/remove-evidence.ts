import { removeEvidence as remove } from '@concert/db/evidence'
import { DomainError } from '@concert/domain/errors'
import { actorUserId } from '../actor-user.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'

/** Takes evidence away from a paragraph; who added it and who took it away stay on record. */
export function removeEvidence(ctx: Context, { id }: { id: string }): Promise<void> {
  return inTransaction(ctx, async (trx) => {
    const paragraph = await remove(trx, id, actorUserId(ctx))
    if (!paragraph) throw new DomainError('commitments.evidence_gone')
    const { instrument, number } = paragraph
    await recordAudit(
      trx,
      ctx,
      'commitment.evidence_removed',
      { type: 'paragraph', id: `${instrument}/${number}` },
      { id },
    )
  })
}
