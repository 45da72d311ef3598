import { z } from 'zod'
import { type Activity, activityDraft, activityStatus, placeCode } from '../activity.ts'

/** What of an activity speaks for an overlap. Amounts and people are not among it: zeros would match each other. */
export const overlapFacts = z.strictObject({
  leadAgencyId: z.uuid(),
  partnerAgencyIds: z.array(z.uuid()).max(60),
  status: activityStatus,
  titles: z.array(z.string().max(400)).max(40),
  places: z.array(placeCode).max(250),
  kind: activityDraft.shape.kind,
  pillars: activityDraft.shape.pillars,
  forms: activityDraft.shape.forms,
  audiences: activityDraft.shape.audiences,
  sdgTargets: activityDraft.shape.sdgTargets,
  startOn: activityDraft.shape.startOn,
  endOn: activityDraft.shape.endOn,
})
export type OverlapFacts = z.output<typeof overlapFacts>

/** The facts of a whole record. */
export function factsOf(activity: Omit<Activity, 'createdAt' | 'updatedAt'>): OverlapFacts {
  return {
    leadAgencyId: activity.leadAgencyId,
    partnerAgencyIds: activity.partnerAgencyIds,
    status: activity.status,
    titles: activity.title.map(({ text }) => text),
    places: activity.places.map(({ code }) => code),
    kind: activity.kind,
    pillars: activity.pillars,
    forms: activity.forms,
    audiences: activity.audiences,
    sdgTargets: activity.sdgTargets,
    startOn: activity.startOn,
    endOn: activity.endOn,
  }
}
