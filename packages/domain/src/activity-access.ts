import type { Activity } from './activity.ts'
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
