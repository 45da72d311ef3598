import { updatePublicPlaces, updateVisibility } from '@concert/db/activities'
import { unanswered } from '@concert/domain/activity-quality'
import type { PublishOutcome } from '@concert/domain/activity-view'
import type { ActivityPublication } from '@concert/domain/activity-writes'
import { DomainError } from '@concert/domain/errors'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { keepVersion, openForWriting, personIdOf, publicPlacesOf, review } from './open-activity.ts'

/** Shows the record to anyone, once no error stands against it and every warning has its reason. */
export function publishActivity(ctx: Context, input: ActivityPublication): Promise<PublishOutcome> {
  return inTransaction(ctx, async (trx) => {
    const current = await openForWriting(trx, ctx, input.reference)
    const { id, reference } = current
    if (current.version !== input.expectedVersion) throw new DomainError('activities.changed_meanwhile', { reference })
    if (current.visibility === 'public') throw new DomainError('activities.already_public', { reference })
    if (current.relevance === 'pending' || current.relevance === 'not_relevant')
      throw new DomainError('activities.relevance_open', { reference })
    const findings = unanswered(await review(trx, ctx, current), input.reasons)
    if (findings.length > 0) return { outcome: 'stopped', findings }

    await updatePublicPlaces(trx, id, await publicPlacesOf(trx, current))
    await updateVisibility(trx, id, { visibility: 'public', publishReasons: input.reasons, by: personIdOf(ctx) })
    const activity = await keepVersion(trx, ctx, reference, 'published')
    const values = { reference, version: activity.version, reasons: input.reasons }
    await recordAudit(trx, ctx, 'activity.published', { type: 'activity', id }, values)
    return { outcome: 'saved', activity }
  })
}
