import { updateActivity } from '@concert/db/activities'
import { insertBeforeJoin, updateJoined, updateResting } from '@concert/db/activity-joins'
import type { Trx } from '@concert/db/client'
import { findOverlapPair, insertOverlapVerdict, pairOf } from '@concert/db/overlaps'
import { type Activity, draftOf, type PublishReason } from '@concert/domain/activity'
import { unanswered } from '@concert/domain/activity-quality'
import { DomainError } from '@concert/domain/errors'
import { type JoinSide, jointDraft } from '@concert/domain/joint-activity'
import { factsBehind } from '@concert/domain/overlap'
import { factsOf } from '@concert/domain/overlap/facts'
import { keepVersion, personIdOf, publicPlacesOf, review } from '../activities/open-activity.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { agencyIdOf, asConcert, nameOf, type OpenedJoin } from './open-pair.ts'

export const sideOf = (activity: Activity): JoinSide => ({
  leadAgencyId: activity.leadAgencyId,
  draft: draftOf(activity),
})

/**
 * Makes one joint activity out of two records on which both leads agree: one is written anew, the other rests in it with
 * its whole history, and every figure counts one. What both said before is kept for the day they are separated.
 */
export async function joinActivities(trx: Trx, ctx: Context, { join, kept, joined }: OpenedJoin): Promise<void> {
  const { draft, fields } = jointDraft(sideOf(kept), sideOf(joined), join.fromOther)
  const reasons = withoutRepeats([...kept.publishReasons, ...joined.publishReasons])
  if (kept.visibility === 'public') {
    const open = unanswered(await review(trx, ctx, draft), reasons)
    if (open.length > 0) throw new DomainError('overlaps.join_unready', { kept: kept.reference, count: open.length })
  }
  await asConcert(trx, ctx, async () => {
    await insertBeforeJoin(trx, join.id, {
      keptDraft: draftOf(kept),
      keptReasons: kept.publishReasons,
      keptVisibility: kept.visibility === 'public' ? 'public' : 'group',
      joinedRelevance: joined.relevance === 'relevant' ? 'relevant' : 'own',
    })
    await giveVerdict(trx, ctx, { join, kept, joined })
    await updateActivity(trx, kept.id, {
      draft,
      expectedVersion: kept.version,
      publicPlaces: await publicPlacesOf(trx, draft),
      publishReasons: reasons,
      by: personIdOf(ctx),
    })
    await updateResting(trx, joined.id, { relevance: 'joined', by: personIdOf(ctx) })
    await updateJoined(trx, join.id, ctx.now())
    await keepVersion(trx, ctx, joined.reference, 'joined')
    await keepVersion(trx, ctx, kept.reference, 'joined')
    const values = { kept: kept.reference, joined: joined.reference, note: join.note, fields }
    await recordAudit(trx, ctx, 'overlap.joined', { type: 'activity_join', id: join.id }, values)
  })
}

async function giveVerdict(trx: Trx, ctx: Context, { join, kept, joined }: OpenedJoin): Promise<void> {
  const key = pairOf(kept.id, joined.id)
  const pair = await findOverlapPair(trx, key)
  if (!pair) throw new DomainError('overlaps.no_pair', { one: kept.reference, other: joined.reference })
  const [a, b] = key.aId === kept.id ? [kept, joined] : [joined, kept]
  await insertOverlapVerdict(trx, {
    ...key,
    kind: 'join',
    note: join.note,
    facts: factsBehind(factsOf(a), factsOf(b), pair.reasons),
    byId: personIdOf(ctx),
    byName: nameOf(ctx),
    byAgencyId: agencyIdOf(ctx),
    mailboxes: [],
  })
}

function withoutRepeats(reasons: readonly PublishReason[]): PublishReason[] {
  const seen = new Map(reasons.toReversed().map((one) => [`${one.code} ${one.field}`, one]))
  return [...seen.values()].toReversed()
}
