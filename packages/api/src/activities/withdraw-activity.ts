import { updateVisibility } from '@concert/db/activities'
import type { Activity } from '@concert/domain/activity'
import type { ActivityWithdrawal } from '@concert/domain/activity-writes'
import { DomainError } from '@concert/domain/errors'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { keepVersion, openForWriting, personIdOf } from './open-activity.ts'

/** Takes a public record back to the group. */
export function withdrawActivity(ctx: Context, input: ActivityWithdrawal): Promise<Activity> {
  return inTransaction(ctx, async (trx) => {
    const { id, reference, visibility } = await openForWriting(trx, ctx, input.reference)
    if (visibility !== 'public') throw new DomainError('activities.not_public', { reference })
    await updateVisibility(trx, id, { visibility: 'group', by: personIdOf(ctx) })
    const activity = await keepVersion(trx, ctx, reference, 'withdrawn')
    const values = { reference, version: activity.version, reason: input.reason }
    await recordAudit(trx, ctx, 'activity.withdrawn', { type: 'activity', id }, values)
    return activity
  })
}
