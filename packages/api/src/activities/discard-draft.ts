import { deleteActivity } from '@concert/db/activities'
import type { OneActivity } from '@concert/domain/activity-writes'
import { DomainError } from '@concert/domain/errors'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { openForWriting } from './open-activity.ts'

/** Removes a draft that nobody outside its agencies ever saw; its trace in the audit log stays. */
export function discardDraft(ctx: Context, input: OneActivity): Promise<{ reference: string }> {
  return inTransaction(ctx, async (trx) => {
    const { id, reference, visibility, title } = await openForWriting(trx, ctx, input.reference)
    if (visibility !== 'draft') throw new DomainError('activities.no_draft', { reference })
    await recordAudit(trx, ctx, 'activity.discarded', { type: 'activity', id }, { reference, title })
    await deleteActivity(trx, id)
    return { reference }
  })
}
