import { updateVisibility } from '@concert/db/activities'
import type { Activity } from '@concert/domain/activity'
import type { OneActivity } from '@concert/domain/activity-writes'
import { DomainError } from '@concert/domain/errors'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { keepVersion, openForWriting, personIdOf } from './open-activity.ts'

/** Shows a draft to the whole group. A title is all it needs. */
export function shareActivity(ctx: Context, input: OneActivity): Promise<Activity> {
  return inTransaction(ctx, async (trx) => {
    const { id, reference, visibility, title } = await openForWriting(trx, ctx, input.reference)
    if (visibility !== 'draft') throw new DomainError('activities.no_draft', { reference })
    if (title.length === 0) throw new DomainError('activities.title_missing', {}, 'title')
    await updateVisibility(trx, id, { visibility: 'group', by: personIdOf(ctx) })
    const activity = await keepVersion(trx, ctx, reference, 'shared')
    await recordAudit(trx, ctx, 'activity.shared', { type: 'activity', id }, { reference, version: activity.version })
    return activity
  })
}
