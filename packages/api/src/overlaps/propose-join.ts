import { findJoinsOf, insertJoin, updateJoinAgreed, updateJoinEnded } from '@concert/db/activity-joins'
import type { Activity } from '@concert/domain/activity'
import type { JoinProposal } from '@concert/domain/activity-join'
import { DomainError } from '@concert/domain/errors'
import { jointDraft } from '@concert/domain/joint-activity'
import { personIdOf } from '../activities/open-activity.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'
import { sideOf } from './join-activities.ts'
import { mayPropose } from './may-join.ts'
import { agencyIdOf, nameOf, openPair, partyOf } from './open-pair.ts'

/**
 * Proposes to make one joint activity out of a pair. A focal point of one lead agrees by proposing and the other lead
 * answers; a coordinator agrees for nobody, and both leads answer. A newer proposal takes the place of an older one.
 */
export function proposeJoin(ctx: Context, input: JoinProposal): Promise<{ id: string }> {
  const { idempotencyKey, ...body } = input
  return once(ctx, { key: idempotencyKey, procedure: 'overlaps.proposeJoin', body }, async (trx) => {
    const { records } = await openPair(trx, [input.kept.reference, input.joined.reference])
    const [kept, joined] = records
    const party = partyOf(ctx.actor, { kept, joined })
    if (!mayPropose(ctx.actor, records)) throw new DomainError('overlaps.join_not_yours')
    requireJoinable(kept, joined)
    requireSeen(kept, input.kept.version)
    requireSeen(joined, input.joined.version)
    jointDraft(sideOf(kept), sideOf(joined), input.fromOther)

    const now = ctx.now()
    const by = nameOf(ctx)
    for (const earlier of await findJoinsOf(trx, [kept.id])) {
      const isSamePair = [earlier.keptId, earlier.joinedId].includes(joined.id)
      if (earlier.state !== 'proposed' || !isSamePair) continue
      await updateJoinEnded(trx, earlier.id, { state: 'replaced', at: now, by, agencyId: agencyIdOf(ctx), why: null })
    }
    const id = await insertJoin(trx, {
      keptId: kept.id,
      joinedId: joined.id,
      keptAgencyId: kept.leadAgencyId,
      joinedAgencyId: joined.leadAgencyId,
      fromOther: input.fromOther,
      note: input.note,
      keptVersion: kept.version,
      joinedVersion: joined.version,
      at: now,
      byId: personIdOf(ctx),
      byName: by,
      byAgencyId: agencyIdOf(ctx),
    })
    if (party !== null) await updateJoinAgreed(trx, id, { side: party, at: now, by })
    await recordAudit(trx, ctx, 'overlap.join_proposed', { type: 'activity_join', id }, body)
    return { id }
  })
}

function requireJoinable(kept: Activity, joined: Activity): void {
  const isLive = ({ visibility, relevance }: Activity) =>
    visibility !== 'draft' && (relevance === 'own' || relevance === 'relevant')
  if (!isLive(kept) || !isLive(joined))
    throw new DomainError('overlaps.join_not_live', { kept: kept.reference, joined: joined.reference })
  if (kept.leadAgencyId === joined.leadAgencyId) throw new DomainError('overlaps.join_same_agency')
  // A public address would lead to what the public may not read.
  if (joined.visibility === 'public' && kept.visibility !== 'public')
    throw new DomainError('overlaps.join_hides_public', { kept: kept.reference, joined: joined.reference })
}

function requireSeen({ reference, version }: Activity, seen: number): void {
  if (version !== seen) throw new DomainError('overlaps.changed_meanwhile', { reference, version })
}
