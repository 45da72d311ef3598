import {
  findPlaceNames,
  findUnknownAgencies,
  getActivity,
  insertActivityVersion,
  lockActivity,
} from '@concert/db/activities'
import { findJointReference } from '@concert/db/activity-joins'
import type { Trx } from '@concert/db/client'
import { findPlaceTree } from '@concert/db/places'
import type { Activity, ActivityDraft } from '@concert/domain/activity'
import { mayWriteActivity } from '@concert/domain/activity-access'
import { type Finding, reviewActivity } from '@concert/domain/activity-quality'
import type { ActivityChange } from '@concert/domain/activity-view'
import { today } from '@concert/domain/calendar-date'
import { DomainError } from '@concert/domain/errors'
import { publicPlaceOf } from '@concert/domain/place-coarsening'
import type { Context } from '../context.ts'
import { renewOverlaps } from '../overlaps/renew-overlaps.ts'

/** The record, for one who may change it; nobody else writes it until this transaction ends. */
export async function openForWriting(trx: Trx, ctx: Context, reference: string): Promise<Activity> {
  await lockActivity(trx, reference)
  const activity = await getActivity(trx, reference)
  await requireNotJoined(trx, activity)
  if (!mayWriteActivity(ctx.actor, activity)) throw new DomainError('activities.not_yours', { reference })
  return activity
}

/** Refuses a record that rests in a joint activity: what is to be said of the work is said there. */
export async function requireNotJoined(trx: Trx, { reference, relevance }: Activity): Promise<void> {
  if (relevance !== 'joined') return
  throw new DomainError('activities.joined', { reference, into: (await findJointReference(trx, reference)) ?? '' })
}

/** Which place the public is told for each of the draft's. Throws when a place is in no list. */
export async function publicPlacesOf(trx: Trx, draft: ActivityDraft): Promise<Map<string, string>> {
  const tree = await findPlaceTree(trx)
  const unknown = draft.places.find((place) => !tree.has(place.code))
  if (unknown) throw new DomainError('activities.place_unknown', { code: unknown.code }, 'places')
  return new Map(draft.places.map((place) => [place.code, publicPlaceOf(draft, place.code, tree)]))
}

/** The draft with a lead that is no partner of itself. Throws when a partner is not known. */
export async function withKnownPartners(trx: Trx, draft: ActivityDraft, leadAgencyId: string): Promise<ActivityDraft> {
  const partnerAgencyIds = draft.partnerAgencyIds.filter((id) => id !== leadAgencyId)
  const unknown = await findUnknownAgencies(trx, partnerAgencyIds)
  if (unknown.length > 0) throw new DomainError('activities.partner_unknown', {}, 'partnerAgencyIds')
  return { ...draft, partnerAgencyIds }
}

/** What stands between the draft and its publication today. */
export async function review(trx: Trx, ctx: Context, draft: ActivityDraft): Promise<Finding[]> {
  const codes = draft.places.map((place) => place.code)
  return reviewActivity(draft, today(ctx.now()), await findPlaceNames(trx, codes))
}

/** Reads the record back as it now stands, keeps that as its newest version and brings its overlaps into line. */
export async function keepVersion(
  trx: Trx,
  ctx: Context,
  reference: string,
  change: ActivityChange,
): Promise<Activity> {
  const activity = await getActivity(trx, reference)
  const byName = ctx.actor.kind === 'anonymous' ? '' : ctx.actor.name
  await insertActivityVersion(trx, { activity, change, byId: personIdOf(ctx), byName })
  await renewOverlaps(trx, activity)
  return activity
}

export function personIdOf(ctx: Context): string | null {
  return ctx.actor.kind === 'person' ? ctx.actor.userId : null
}
