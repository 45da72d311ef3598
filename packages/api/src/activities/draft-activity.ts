import { insertActivity } from '@concert/db/activities'
import type { Trx } from '@concert/db/client'
import type { Activity, ActivityDraft } from '@concert/domain/activity'
import type { NewActivityInput } from '@concert/domain/activity-writes'
import { DomainError } from '@concert/domain/errors'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'
import { keepVersion, personIdOf, publicPlacesOf, withKnownPartners } from './open-activity.ts'

/** Starts a record of the writer's own agency, seen by its agencies alone until it is shared. */
export function draftActivity(ctx: Context, input: NewActivityInput): Promise<Activity> {
  const request = { key: input.idempotencyKey, procedure: 'activities.draft', body: input.draft }
  return once(ctx, request, (trx) => draftWithin(trx, ctx, input.draft))
}

/** The same as a part of a transaction that writes more than the activity. */
export async function draftWithin(trx: Trx, ctx: Context, typed: ActivityDraft): Promise<Activity> {
  const leadAgencyId = ctx.actor.kind === 'person' ? ctx.actor.agencyId : null
  if (leadAgencyId === null) throw new DomainError('activities.no_agency')
  const draft = await withKnownPartners(trx, typed, leadAgencyId)
  const publicPlaces = await publicPlacesOf(trx, draft)
  const { id, reference } = await insertActivity(trx, {
    leadAgencyId,
    createdBy: personIdOf(ctx),
    draft,
    publicPlaces,
  })
  const activity = await keepVersion(trx, ctx, reference, 'drafted')
  await recordAudit(trx, ctx, 'activity.drafted', { type: 'activity', id }, { reference, draft })
  return activity
}
