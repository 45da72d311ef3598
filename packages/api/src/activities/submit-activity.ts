import { getActivity, updateSubmitted } from '@concert/db/activities'
import type { Activity } from '@concert/domain/activity'
import type { OneActivity } from '@concert/domain/activity-writes'
import { DomainError } from '@concert/domain/errors'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { openForWriting, personIdOf } from './open-activity.ts'

/** Hands a draft to the agency's focal point, who clears it. */
export function submitActivity(ctx: Context, input: OneActivity): Promise<Activity> {
  return inTransaction(ctx, async (trx) => {
    const { id, reference, visibility } = await openForWriting(trx, ctx, input.reference)
    if (visibility !== 'draft') throw new DomainError('activities.no_draft', { reference })
    await updateSubmitted(trx, id, personIdOf(ctx))
    await recordAudit(trx, ctx, 'activity.submitted', { type: 'activity', id }, { reference })
    return getActivity(trx, reference)
  })
}
