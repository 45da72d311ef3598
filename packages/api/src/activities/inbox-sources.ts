import { countWaitingActivities, type WaitingActivities } from '@concert/db/activities-waiting'
import type { InboxSource } from '../inbox/source.ts'

const waiting =
  (which: WaitingActivities): InboxSource['count'] =>
  (trx, { agencyId }, today) =>
    agencyId === null ? Promise.resolve(0) : countWaitingActivities(trx, which, agencyId, today)

export const activitySources: readonly InboxSource[] = [
  { id: 'activities_submitted', roles: ['focal_point'], count: waiting('submitted') },
  { id: 'activities_stale', roles: ['contributor', 'focal_point'], count: waiting('stale') },
  { id: 'activities_drafts', roles: ['contributor', 'focal_point'], count: waiting('drafts') },
]
