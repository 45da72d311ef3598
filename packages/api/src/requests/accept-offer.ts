import { getActivity, insertActivity } from '@concert/db/activities'
import type { Trx } from '@concert/db/client'
import { actAs } from '@concert/db/identity'
import { getOffer, insertStep, type RequestOffer, updateOfferAccepted } from '@concert/db/request-life'
import type { AssistanceRequest } from '@concert/db/requests'
import { type Activity, emptyDraft } from '@concert/domain/activity'
import { DomainError } from '@concert/domain/errors'
import { type OfferAcceptance, takesOffers } from '@concert/domain/request'
import { keepVersion, publicPlacesOf } from '../activities/open-activity.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'
import { nameOf, openRequest, requireDay, requireImpersonal } from './open-request.ts'

/** Records that the State takes an offer: an activity of that agency carries it out, and the request is matched. */
export function acceptOffer(ctx: Context, input: OfferAcceptance): Promise<{ reference: string }> {
  const { idempotencyKey, ...body } = input
  return once(ctx, { key: idempotencyKey, procedure: 'requests.acceptOffer', body }, async (trx) => {
    const { requestReference } = await getOffer(trx, input.id)
    const opened = await openRequest(trx, requestReference)
    const { request } = opened
    const offer = await getOffer(trx, input.id)
    if (offer.acceptedOn !== null || offer.withdrawnAt !== null) throw new DomainError('requests.offer_settled', {})
    if (!takesOffers(request.stage)) throw new DomainError('requests.closed', {})
    requireDay(ctx, opened, input.on)
    requireImpersonal(input.note, 'note')
    const activity =
      input.activity === null
        ? await draftForAgency(trx, ctx, request, offer)
        : await activityOfAgency(trx, input.activity, offer.agencyId)
    await updateOfferAccepted(trx, offer.id, { on: input.on, activityId: activity.id })
    if (request.stage === 'received' || request.stage === 'acknowledged') {
      await insertStep(trx, request.id, { stage: 'matched', on: input.on, note: input.note, byName: nameOf(ctx) })
    }
    const values = { ...body, activity: activity.reference }
    await recordAudit(trx, ctx, 'request.offer_accepted', { type: 'request', id: request.id }, values)
    return { reference: activity.reference }
  })
}

async function activityOfAgency(trx: Trx, reference: string, agencyId: string): Promise<Activity> {
  const activity = await getActivity(trx, reference)
  if (![activity.leadAgencyId, ...activity.partnerAgencyIds].includes(agencyId))
    throw new DomainError('requests.activity_of_others', { reference }, 'activity')
  return activity
}

/**
 * A draft of the agency that offered, for its own people to complete. The coordinator may not write another agency's
 * activities: Concert itself does, for this one row, and the coordinator's name stands in its history.
 */
async function draftForAgency(
  trx: Trx,
  ctx: Context,
  request: AssistanceRequest,
  offer: RequestOffer,
): Promise<Activity> {
  const draft = {
    ...emptyDraft(),
    title: [{ language: request.language, text: request.subject }],
    kind: request.kinds[0] ?? null,
    level: 'national' as const,
    places: [{ code: request.placeCode, percentage: null }],
    pillars: request.pillars,
    startOn: offer.fromOn,
    paragraphs: ['14'],
  }
  await actAs(trx, { kind: 'system', name: nameOf(ctx) })
  const { id, reference } = await insertActivity(trx, {
    leadAgencyId: offer.agencyId,
    createdBy: null,
    draft,
    publicPlaces: await publicPlacesOf(trx, draft),
  })
  const activity = await keepVersion(trx, ctx, reference, 'drafted')
  await recordAudit(trx, ctx, 'activity.drafted', { type: 'activity', id }, { reference, draft })
  await actAs(trx, ctx.actor)
  return activity
}
