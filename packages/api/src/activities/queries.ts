import { findActivityVersions, getActivity } from '@concert/db/activities'
import { findActivityPage, getActivityView } from '@concert/db/activities-list'
import { findInbox } from '@concert/db/activities-waiting'
import { findJoinsOf, findJointReference } from '@concert/db/activity-joins'
import { countByDimension, sumActivityTallies } from '@concert/db/activity-tallies'
import { findMemberships } from '@concert/db/agencies'
import type { Trx } from '@concert/db/client'
import { type Activity, draftOf } from '@concert/domain/activity'
import { mayWriteActivity, seesAssisted, withoutAssisted } from '@concert/domain/activity-access'
import { type ActivityFilter, activitiesPerPage, narrowedBy } from '@concert/domain/activity-filter'
import { changedFields } from '@concert/domain/activity-merge'
import type { Finding } from '@concert/domain/activity-quality'
import type {
  ActivityPage,
  ActivityVersionView,
  DimensionCounts,
  Inbox,
  Readership,
} from '@concert/domain/activity-view'
import type { OneActivity } from '@concert/domain/activity-writes'
import { mayUse } from '@concert/domain/actor'
import { today } from '@concert/domain/calendar-date'
import { DomainError } from '@concert/domain/errors'
import { groupOfYear } from '@concert/domain/group-of-year'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { requireNotJoined, review } from './open-activity.ts'

const readershipOf = (ctx: Context): Readership => (ctx.actor.kind === 'anonymous' ? 'public' : 'group')

export function listActivities(ctx: Context, filter: ActivityFilter): Promise<ActivityPage> {
  return inTransaction(ctx, async (trx) => ({
    ...(await findActivityPage(trx, filter, readershipOf(ctx))),
    page: filter.page ?? 1,
    pageSize: filter.pageSize ?? activitiesPerPage,
  }))
}

/**
 * One activity as the reader may see it, and what the reader may do with it. The address of a record that was joined
 * answers with the joint activity.
 */
export function readActivity(ctx: Context, asked: OneActivity) {
  return inTransaction(ctx, async (trx) => {
    const reference = (await findJointReference(trx, asked.reference)) ?? asked.reference
    const readership = readershipOf(ctx)
    const view = await getActivityView(trx, reference, readership)
    const whole = readership === 'group' ? await getActivity(trx, reference) : undefined
    const mayWrite = whole !== undefined && mayWriteActivity(ctx.actor, whole)
    return {
      ...view,
      joinedHere: whole === undefined ? [] : await findJoinedHere(trx, whole.id),
      mayWrite,
      mayPublish: mayWrite && mayUse(ctx.actor, 'activities.publish'),
      seesAssisted: whole !== undefined && seesAssisted(ctx.actor, whole),
    }
  })
}

/** The records that rest in a joint activity, and since when. */
async function findJoinedHere(trx: Trx, id: string): Promise<{ reference: string; joinedAt: string }[]> {
  const joins = await findJoinsOf(trx, [id])
  return joins.flatMap(({ state, keptId, joined, joinedAt }) =>
    state === 'joined' && keptId === id && joinedAt !== null ? [{ reference: joined, joinedAt }] : [],
  )
}

/** The whole record, for the form of one who may change it. */
export function openActivity(ctx: Context, { reference }: OneActivity) {
  return inTransaction(ctx, async (trx) => {
    const activity = await getActivity(trx, reference)
    await requireNotJoined(trx, activity)
    if (!mayWriteActivity(ctx.actor, activity)) throw new DomainError('activities.not_yours', { reference })
    return activity
  })
}

/** What stands between the record and its publication. */
export function reviewQuality(ctx: Context, { reference }: OneActivity): Promise<Finding[]> {
  return inTransaction(ctx, async (trx) => review(trx, ctx, await getActivity(trx, reference)))
}

export function readHistory(ctx: Context, { reference }: OneActivity): Promise<ActivityVersionView[]> {
  return inTransaction(ctx, async (trx) => {
    const activity = await getActivity(trx, reference)
    const draftFor = (snapshot: Activity) =>
      seesAssisted(ctx.actor, activity) ? draftOf(snapshot) : withoutAssisted(draftOf(snapshot))
    const versions = await findActivityVersions(trx, activity.id)
    return versions
      .map((one, index) => {
        const before = versions[index - 1]
        return {
          version: one.version,
          at: one.at,
          byName: one.byName,
          change: one.change,
          fields: before ? changedFields(draftFor(before.snapshot), draftFor(one.snapshot)) : [],
          draft: draftFor(one.snapshot),
        }
      })
      .reverse()
  })
}

/** Counts along every dimension: of the whole log at no cost, of a filtered part while that is small enough. */
export function countAlongDimensions(ctx: Context, filter: ActivityFilter): Promise<DimensionCounts> {
  return inTransaction(ctx, async (trx) => {
    const readership = readershipOf(ctx)
    const counts =
      narrowedBy(filter).length === 0
        ? await sumActivityTallies(trx, readership)
        : await countByDimension(trx, filter, readership)
    const agenciesOfYear =
      counts === undefined || filter.year === undefined
        ? null
        : groupOfYear(counts.byAgency, ({ agency }) => agency.id, await findMemberships(trx), filter.year)
    return { asOf: ctx.now().toISOString(), counts: counts ?? null, agenciesOfYear }
  })
}

export function readInbox(ctx: Context): Promise<Inbox> {
  return inTransaction(ctx, async (trx) => {
    const agencyId = ctx.actor.kind === 'person' ? ctx.actor.agencyId : null
    if (agencyId === null) return { drafts: [], submitted: [], stale: [] }
    return findInbox(trx, agencyId, today(ctx.now()))
  })
}
