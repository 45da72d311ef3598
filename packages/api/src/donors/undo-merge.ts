import { findMovedOn, findPairsAcrossMerge, getDonorMerge, updateDonorMergeUndone } from '@concert/db/donor-merges'
import { lockJournal } from '@concert/db/journal'
import { type MergeUndoing, pairsInWords } from '@concert/domain/donor-merge'
import { DomainError } from '@concert/domain/errors'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'
import { officerOf } from './officer-of.ts'

/** Exactly what the merge moved goes back; what was booked since stays with the donor it was booked for. */
export function undoMerge(ctx: Context, input: MergeUndoing): Promise<{ id: string }> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'donors.undoMerge', body: input }, async (trx) => {
    await lockJournal(trx)
    const merge = await getDonorMerge(trx, input.mergeId)
    if (merge.isUndone) throw new DomainError('donors.undone_already')
    const movedOn = await findMovedOn(trx, merge)
    if (movedOn.length > 0) {
      throw new DomainError('donors.moved_on', { references: movedOn.slice(0, 5).join(', '), count: movedOn.length })
    }
    const across = await findPairsAcrossMerge(trx, merge.id)
    if (across.length > 0) {
      throw new DomainError('donors.undo_across', { pairs: pairsInWords(across), count: across.length })
    }
    await updateDonorMergeUndone(trx, merge.id, { reason: input.reason, by: officerOf(ctx) })
    const values = { merge: merge.id, fromId: merge.fromId, intoId: merge.intoId, reason: input.reason }
    await recordAudit(trx, ctx, 'donor.merge_undone', { type: 'donor', id: merge.fromId }, values)
    return { id: merge.fromId }
  })
}
