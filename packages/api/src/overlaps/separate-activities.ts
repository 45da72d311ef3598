import { updateActivity } from '@concert/db/activities'
import { findJoinsOf, getBeforeJoin, updateJoinEnded, updateResting } from '@concert/db/activity-joins'
import type { Trx } from '@concert/db/client'
import type { JoinEnding } from '@concert/domain/activity-join'
import { unanswered } from '@concert/domain/activity-quality'
import { DomainError } from '@concert/domain/errors'
import { keepVersion, personIdOf, publicPlacesOf, requireNotJoined, review } from '../activities/open-activity.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'
import { agencyIdOf, asConcert, nameOf, type OpenedJoin, openJoin, partyOf } from './open-pair.ts'

/**
 * Takes a joint activity apart again: both records say exactly what they said before, as new versions; what was typed
 * into the joint one in between stays in its history. Either lead may, since joint work takes both.
 */
export function separateActivities(ctx: Context, input: JoinEnding): Promise<{ references: [string, string] }> {
  const { idempotencyKey, ...body } = input
  return once(ctx, { key: idempotencyKey, procedure: 'overlaps.separate', body }, async (trx) => {
    const opened = await openJoin(trx, input.id, 'joined')
    const { kept, joined } = opened
    if (partyOf(ctx.actor, opened) === null) throw new DomainError('overlaps.separate_not_yours')
    await requireNotJoined(trx, kept)
    await requireLast(trx, opened)
    await asConcert(trx, ctx, () => restoreBoth(trx, ctx, opened, input.why))
    return { references: [kept.reference, joined.reference] }
  })
}

/** A later join was made over this one; it has to go first, so that each gives back what it found. */
async function requireLast(trx: Trx, { join, kept }: OpenedJoin): Promise<void> {
  const later = (await findJoinsOf(trx, [kept.id])).find(
    (one) => one.state === 'joined' && one.keptId === kept.id && (one.joinedAt ?? '') > (join.joinedAt ?? ''),
  )
  if (later) throw new DomainError('overlaps.separate_later_first', { kept: kept.reference, later: later.joined })
}

async function restoreBoth(trx: Trx, ctx: Context, { join, kept, joined }: OpenedJoin, why: string): Promise<void> {
  const before = await getBeforeJoin(trx, join.id)
  if (kept.visibility === 'public' && before.keptVisibility !== 'public') {
    const open = unanswered(await review(trx, ctx, before.keptDraft), before.keptReasons)
    if (open.length > 0) throw new DomainError('overlaps.separate_unready', { kept: kept.reference })
  }
  const by = personIdOf(ctx)
  await updateActivity(trx, kept.id, {
    draft: before.keptDraft,
    expectedVersion: kept.version,
    publicPlaces: await publicPlacesOf(trx, before.keptDraft),
    publishReasons: before.keptReasons,
    by,
  })
  await updateResting(trx, joined.id, { relevance: before.joinedRelevance, by })
  await updateJoinEnded(trx, join.id, {
    state: 'separated',
    at: ctx.now(),
    by: nameOf(ctx),
    agencyId: agencyIdOf(ctx),
    why,
  })
  await keepVersion(trx, ctx, kept.reference, 'separated')
  await keepVersion(trx, ctx, joined.reference, 'separated')
  const values = { kept: kept.reference, joined: joined.reference, why }
  await recordAudit(trx, ctx, 'overlap.separated', { type: 'activity_join', id: join.id }, values)
}
