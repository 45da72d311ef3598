import type { Activity, PeopleCount } from './activity.ts'
import type { Actor } from './actor.ts'

type Owned = Pick<Activity, 'leadAgencyId' | 'partnerAgencyIds' | 'visibility' | 'source'>

/**
 * Whether `actor` may change the record: people of its agencies, contributors while it is a draft. What was imported is
 * worked on by the group until it is published. The database holds the same rule behind this one (may_write_activity).
 */
export function mayWriteActivity(actor: Actor, activity: Owned): boolean {
  if (actor.kind === 'system') return true
  if (actor.kind === 'anonymous') return false
  const isFocalPoint = actor.roles.includes('focal_point')
  const isOurs =
    actor.agencyId !== null &&
    (activity.leadAgencyId === actor.agencyId || activity.partnerAgencyIds.includes(actor.agencyId))
  if (isOurs && (isFocalPoint || (actor.roles.includes('contributor') && activity.visibility === 'draft'))) return true
  return isFocalPoint && activity.source === 'import' && activity.visibility === 'group'
}

/** Exact counts of people assisted are for the agencies of the activity; all others read what releases tell. */
export function seesAssisted(actor: Actor, activity: Pick<Owned, 'leadAgencyId' | 'partnerAgencyIds'>): boolean {
  if (actor.kind === 'system') return true
  if (actor.kind === 'anonymous' || actor.agencyId === null) return false
  return activity.leadAgencyId === actor.agencyId || activity.partnerAgencyIds.includes(actor.agencyId)
}

/** The same without counts of people assisted. */
export function withoutAssisted<Draft extends { people: PeopleCount[] }>(draft: Draft): Draft {
  return { ...draft, people: draft.people.filter(({ kind }) => kind !== 'assisted') }
}
