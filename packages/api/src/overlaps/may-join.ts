import type { Activity } from '@concert/domain/activity'
import type { Actor } from '@concert/domain/actor'
import { type OpenedJoin, partyOf } from './open-pair.ts'

/** A focal point of either lead, or a coordinator, who agrees for neither of them. */
export function mayPropose(actor: Actor, [kept, joined]: readonly [Activity, Activity]): boolean {
  if (partyOf(actor, { kept, joined }) !== null) return true
  return actor.kind === 'person' && actor.roles.includes('coordinator')
}

/** How the one who asks may end a proposal: the side that made it withdraws it, the other declines it. */
export function endingOf(actor: Actor, { join, kept, joined }: OpenedJoin): 'decline' | 'withdraw' | null {
  if (actor.kind !== 'person') return null
  const party = partyOf(actor, { kept, joined })
  if (party !== null) return join.parties[party === 'kept' ? 0 : 1].agreedAt === null ? 'decline' : 'withdraw'
  return join.byId === actor.userId && actor.roles.includes('coordinator') ? 'withdraw' : null
}

/** A focal point of a lead that has not agreed yet. */
export function mayAgree(actor: Actor, { join, kept, joined }: OpenedJoin): boolean {
  const party = partyOf(actor, { kept, joined })
  return party !== null && join.parties[party === 'kept' ? 0 : 1].agreedAt === null
}
