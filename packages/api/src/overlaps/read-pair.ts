import { getActivity } from '@concert/db/activities'
import { findJoinsOf, type StoredJoin } from '@concert/db/activity-joins'
import { findMailboxesOf } from '@concert/db/agency-mailboxes'
import type { Trx } from '@concert/db/client'
import { findOverlapPair, pairOf } from '@concert/db/overlaps'
import { type Activity, draftOf } from '@concert/domain/activity'
import { seesAssisted, withoutAssisted } from '@concert/domain/activity-access'
import type { ActivitySummary } from '@concert/domain/activity-view'
import { DomainError } from '@concert/domain/errors'
import type { OverlapPairKey, PairPage, PairSide } from '@concert/domain/overlap-verdict'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { endingOf, mayAgree, mayPropose } from './may-join.ts'
import { type OpenedJoin, partyOf } from './open-pair.ts'
import { toViews, withoutKeys } from './queries.ts'

/** A pair with both records side by side, and what the one who asks may do about it. */
export function readPair(ctx: Context, { references: [one, other] }: OverlapPairKey): Promise<PairPage> {
  return inTransaction(ctx, async (trx) => {
    const records = [await getActivity(trx, one), await getActivity(trx, other)] as const
    const stored = await findOverlapPair(trx, pairOf(records[0].id, records[1].id))
    const [pair] = stored ? await toViews(trx, ctx.actor, [stored]) : []
    if (!pair) throw new DomainError('overlaps.no_pair', { one, other })
    const [first, second] = pair.activities[0].reference === one ? records : ([records[1], records[0]] as const)
    const joins = (await findJoinsOf(trx, [first.id])).filter(
      ({ keptId, joinedId }) => keptId === second.id || joinedId === second.id,
    )
    const standing = joins.find(({ state }) => state === 'proposed' || state === 'joined')
    return {
      pair,
      sides: [await sideFor(trx, ctx, first, pair.activities[0]), await sideFor(trx, ctx, second, pair.activities[1])],
      earlierJoins: joins.filter((join) => join !== standing && join.state !== 'replaced').map(withoutKeys),
      ...rightsTo(ctx, [first, second], standing),
    }
  })
}

function rightsTo(
  { actor }: Context,
  [first, second]: readonly [Activity, Activity],
  standing: StoredJoin | undefined,
): Pick<PairPage, 'may' | 'hasMoved'> {
  const propose = standing?.state !== 'joined' && mayPropose(actor, [first, second])
  if (!standing) return { may: { propose, agree: false, end: null, separate: false }, hasMoved: false }
  const [kept, joined] = standing.keptId === first.id ? [first, second] : [second, first]
  const opened: OpenedJoin = { join: standing, kept, joined }
  const isProposed = standing.state === 'proposed'
  const hasMoved = isProposed && (kept.version !== standing.keptVersion || joined.version !== standing.joinedVersion)
  return {
    may: {
      propose,
      agree: isProposed && !hasMoved && mayAgree(actor, opened),
      end: isProposed ? endingOf(actor, opened) : null,
      separate: standing.state === 'joined' && partyOf(actor, opened) !== null,
    },
    hasMoved,
  }
}

async function sideFor(trx: Trx, ctx: Context, activity: Activity, summary: ActivitySummary): Promise<PairSide> {
  const sees = seesAssisted(ctx.actor, activity)
  const [mailbox] = await findMailboxesOf(trx, [activity.leadAgencyId])
  return {
    activity: summary,
    leadAgencyId: activity.leadAgencyId,
    version: activity.version,
    draft: sees ? draftOf(activity) : withoutAssisted(draftOf(activity)),
    seesAssisted: sees,
    mailbox: mailbox ?? { acronym: '', address: null },
  }
}
