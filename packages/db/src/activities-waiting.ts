import { stalenessOf } from '@concert/domain/activity-staleness'
import type { ActivitySummary, Inbox } from '@concert/domain/activity-view'
import { type RawBuilder, sql } from 'kysely'
import { findSummaries } from './activities-list.ts'
import type { Db } from './client.ts'

const mostWaiting = 50

/** Dates against status, as `stalenessOf` in the domain says it. */
const isStale = (today: string): RawBuilder<boolean> => sql`(
  status in ('planned', 'ongoing') and end_on < ${today}::date
  or status = 'planned' and start_on < ${today}::date
  or status = 'ongoing' and start_on > ${today}::date
  or status = 'completed' and (end_on > ${today}::date or start_on > ${today}::date))`

export type WaitingActivities = 'drafts' | 'submitted' | 'stale'

const waitingFor = (which: WaitingActivities, agencyId: string, today: string): RawBuilder<boolean> => {
  const ours = sql<boolean>`${agencyId}::uuid = any (agency_ids)`
  if (which === 'stale') return sql`${ours} and counted and ${isStale(today)}`
  const isHandedIn = which === 'submitted' ? sql`is not null` : sql`is null`
  return sql`${ours} and visibility = 'draft' and submitted_at ${isHandedIn}`
}

/** What waits for the people of an agency: drafts, those handed in, and what its dates contradict. */
export async function findInbox(db: Db, agencyId: string, today: string): Promise<Inbox> {
  const drafts = await findWaiting(db, waitingFor('drafts', agencyId, today))
  const submitted = await findWaiting(db, waitingFor('submitted', agencyId, today))
  const stale = await findWaiting(db, waitingFor('stale', agencyId, today))
  return {
    drafts,
    submitted,
    stale: withReasons(stale, today),
  }
}

/** How many of an agency's activities wait in this way. */
export async function countWaitingActivities(
  db: Db,
  which: WaitingActivities,
  agencyId: string,
  today: string,
): Promise<number> {
  const row = await db
    .selectFrom('activity')
    .select((eb) => eb.fn.countAll<number>().as('waiting'))
    .where(waitingFor(which, agencyId, today))
    .executeTakeFirstOrThrow()
  return row.waiting
}

/** Activities in figures whose dates contradict their status. */
export async function findStaleReferences(db: Db, today: string): Promise<string[]> {
  const rows = await db
    .selectFrom('activity')
    .select('reference')
    .where('counted', '=', true)
    .where(isStale(today))
    .orderBy('reference')
    .execute()
  return rows.map((row) => row.reference)
}

/** The same as a list, by their leads' short names; `total` counts those beyond `limit` too. */
export async function findStaleActivities(
  db: Db,
  today: string,
  limit: number,
): Promise<{ total: number; stale: Inbox['stale'] }> {
  const rows = await db
    .selectFrom('activity')
    .innerJoin('agency', 'agency.id', 'activity.lead_agency_id')
    .where('counted', '=', true)
    .where(isStale(today))
    .orderBy('agency.acronym')
    .orderBy('activity.reference')
    .select('activity.id')
    .execute()
  const shown = await findSummaries(
    db,
    rows.slice(0, limit).map(({ id }) => id),
    'group',
  )
  return { total: rows.length, stale: withReasons(shown, today) }
}

/** Activities whose places carry percentages that are incomplete or do not sum to 100. */
export async function findUnevenPercentages(db: Db): Promise<string[]> {
  const { rows } = await sql<{ reference: string }>`
    select a.reference from activity a join activity_place p on p.activity_id = a.id
    where a.visibility = 'public'
    group by a.reference
    having count(p.percentage) > 0 and (count(p.percentage) < count(*) or abs(sum(p.percentage) - 100) > 0.01)
    order by a.reference`.execute(db)
  return rows.map((row) => row.reference)
}

/** Activities whose derived rows (agencies, areas) do not say what the record itself says. */
export async function findStrayDerivations(db: Db): Promise<string[]> {
  const { rows } = await sql<{ reference: string }>`
    select a.reference from activity a
    where (select count(*) from activity_agency g
        where g.activity_id = a.id and g.agency_id = any (a.agency_ids)
          and (g.audience, g.counted) = (a.audience, a.counted) and g.start_on is not distinct from a.start_on)
      <> cardinality(a.agency_ids)
      or exists (select from activity_area r where r.activity_id = a.id
        and ((r.audience, r.counted) <> (a.audience, a.counted) or r.start_on is distinct from a.start_on))
      or (select count(*) from activity_place p where p.activity_id = a.id)
        > (select count(*) from activity_area r where r.activity_id = a.id and r.scope = 'group' and r.named)
    order by 1`.execute(db)
  return rows.map((row) => row.reference)
}

function withReasons(activities: readonly ActivitySummary[], today: string): Inbox['stale'] {
  return activities.flatMap((activity) => {
    const reason = stalenessOf(activity, today)
    return reason ? [{ ...activity, reason }] : []
  })
}

async function findWaiting(db: Db, condition: RawBuilder<boolean>): Promise<ActivitySummary[]> {
  const rows = await db
    .selectFrom('activity')
    .select('id')
    .where(condition)
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostWaiting)
    .execute()
  return findSummaries(
    db,
    rows.map((row) => row.id),
    'group',
  )
}
