import type { ActivityFilter } from '@concert/domain/activity-filter'
import type { ActivitySummary, Readership } from '@concert/domain/activity-view'
import type { CalendarDate } from '@concert/domain/calendar-date'
import type { GroupDate } from '@concert/domain/calendar-view'
import type { Span } from '@concert/domain/timeline'
import { type RawBuilder, sql } from 'kysely'
import { narrow } from './activities-filter.ts'
import { findSummaries } from './activities-list.ts'
import type { Db } from './client.ts'

const lastDay = sql`activity_last_day(a.start_on, a.end_on, a.status)`

/** Which activities a window holds: those under way on any of its days, those that start in it, those that end in it. */
export type InWindow = 'under_way' | 'starting' | 'ending'

/**
 * The activities of a window that a filter leaves, as this readership sees them; at most `most`. Of those under way the
 * ones that start last come first: what is about to happen. One without a start but with an end comes after them all.
 */
export async function findScheduled(
  db: Db,
  which: InWindow,
  filter: ActivityFilter,
  wanted: { window: Span; readership: Readership; most: number },
): Promise<{ activities: ActivitySummary[]; isMore: boolean }> {
  const ids = await findScheduledIds(db, which, filter, wanted)
  const activities = await findSummaries(db, ids.slice(0, wanted.most), wanted.readership)
  return { activities, isMore: ids.length > wanted.most }
}

/** As `findScheduled`, ids alone and one more than `most` where there are more. */
export async function findScheduledIds(
  db: Db,
  which: InWindow,
  filter: ActivityFilter,
  { window: { from, until }, readership, most }: { window: Span; readership: Readership; most: number },
): Promise<string[]> {
  const idsWhere = async (
    left: number,
    order: 'start' | 'end',
    when: (start: RawBuilder<unknown>) => RawBuilder<unknown>,
  ) => {
    const narrowed = await narrow(db, filter, readership, when)
    const { rows } = await sql<{ id: string }>`
      select ${narrowed.id} as id from ${narrowed.from} where ${narrowed.where}
      order by ${order === 'start' ? narrowed.order : sql`${lastDay}, a.id`} limit ${left}`.execute(db)
    return rows.map((row) => row.id)
  }
  const room = most + 1
  if (which === 'starting') {
    return idsWhere(room, 'start', (start) => sql`${start} between ${from}::date and ${until}::date`)
  }
  if (which === 'ending') {
    return idsWhere(
      room,
      'end',
      () => sql`${lastDay} between ${from}::date and ${until}::date and a.end_on is not null`,
    )
  }
  const begun = await idsWhere(
    room,
    'start',
    (start) => sql`${start} <= ${until}::date and ${lastDay} >= ${from}::date`,
  )
  if (begun.length === room) return begun
  const undated = await idsWhere(
    room - begun.length,
    'end',
    (start) => sql`${start} is null and a.end_on is not null and ${lastDay} >= ${from}::date`,
  )
  return [...begun, ...undated]
}

/** The days of the group in a window, which row-level security shows to those who are signed in. */
export async function findGroupDates(db: Db, { from, until }: Span): Promise<GroupDate[]> {
  const { rows } = await sql<{ kind: GroupDate['kind']; id: string; on: CalendarDate; title: string | null }>`
    select 'round_deadline' as kind, id, deadline as "on", null as title from reporting_round
    where deadline between ${from}::date and ${until}::date
    union all
    select 'group_meeting', id, "on", title from group_meeting where "on" between ${from}::date and ${until}::date
    order by "on", kind`.execute(db)
  return rows
}

/** An activity as a calendar program is told of it: no free text but its title. */
export interface FeedActivity
  extends Pick<ActivitySummary, 'reference' | 'title' | 'status' | 'startOn' | 'endOn' | 'updatedAt'> {
  id: string
  version: number
  /** Acronyms, the lead first. */
  agencies: string[]
}

/** These activities in the order in which they begin. */
export async function findFeedActivities(db: Db, ids: readonly string[]): Promise<FeedActivity[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<FeedActivity>`
    select a.id, a.reference, a.title, a.status, a.start_on as "startOn", a.end_on as "endOn", a.version,
      a.updated_at as "updatedAt", array(
        select g.acronym from agency g where g.id = any (a.agency_ids)
        order by g.id = a.lead_agency_id desc, g.acronym) as agencies
    from activity a where a.id = any (${ids}::uuid[])
    order by coalesce(a.start_on, a.end_on), a.reference`.execute(db)
  return rows
}
