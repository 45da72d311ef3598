import type { Activity } from '@concert/domain/activity'
import type { AnswerKind, ListedActivity, Round, RoundAnswer } from '@concert/domain/round'
import { sql } from 'kysely'
import type { Db } from './client.ts'

interface ListedRow {
  id: string
  reference: string
  title: ListedActivity['title']
  version: number
  part: ListedActivity['part']
  visibility: ListedActivity['visibility']
  status: ListedActivity['status']
  start_on: string | null
  end_on: string | null
  kind: AnswerKind | null
  answered_status: ListedActivity['status']
  answered_start_on: string | null
  answered_end_on: string | null
  note: string
  is_proposal: boolean
  base_version: number
}

/**
 * The agency's activities that concern the period: those under way in it, those left open before it, and whatever was
 * answered already. Drafts are their writers' own until they are shared.
 */
export async function findListedActivities(
  db: Db,
  round: Round,
  agencyId: string,
): Promise<(ListedActivity & { id: string; baseVersion: number })[]> {
  const { rows } = await sql<ListedRow>`
    select a.id, a.reference, a.title, a.version, a.visibility, a.status, a.start_on, a.end_on,
      case when a.lead_agency_id = ${agencyId} then 'lead' else 'shared' end as part,
      r.kind, r.status as answered_status, r.start_on as answered_start_on, r.end_on as answered_end_on, r.note,
      r.is_proposal, r.base_version
    from activity_agency g join activity a on a.id = g.activity_id
    left join round_answer r on r.activity_id = a.id and r.round_id = ${round.id} and r.agency_id = g.agency_id
    where g.agency_id = ${agencyId} and a.relevance <> 'joined' and (r.activity_id is not null or a.counted
      and (a.start_on is null or a.start_on <= ${round.untilOn})
      and (a.end_on >= ${round.fromOn} or a.status in ('planned', 'ongoing')))
    order by a.end_on nulls last, a.reference`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    title: row.title,
    version: row.version,
    part: row.part,
    visibility: row.visibility,
    status: row.status,
    startOn: row.start_on,
    endOn: row.end_on,
    baseVersion: row.base_version ?? row.version,
    answer:
      row.kind === null
        ? null
        : {
            kind: row.kind,
            status: row.answered_status,
            startOn: row.answered_start_on,
            endOn: row.answered_end_on,
            note: row.note,
            isProposal: row.is_proposal,
          },
  }))
}

export interface StoredAnswer {
  typedAt: string
  baseVersion: number
  byId: string | null
}

export async function findAnswer(
  db: Db,
  roundId: string,
  agencyId: string,
  activityId: string,
): Promise<StoredAnswer | undefined> {
  return db
    .selectFrom('round_answer')
    .select(['typed_at as typedAt', 'base_version as baseVersion', 'by_id as byId'])
    .where('round_id', '=', roundId)
    .where('agency_id', '=', agencyId)
    .where('activity_id', '=', activityId)
    .executeTakeFirst()
}

/** Keeps the answer, in place of what the agency had answered before. */
export async function upsertAnswer(
  db: Db,
  answer: Pick<RoundAnswer, 'status' | 'startOn' | 'endOn' | 'note' | 'typedAt'> & {
    roundId: string
    agencyId: string
    activity: Pick<Activity, 'id' | 'version'>
    kind: AnswerKind
    isProposal: boolean
    byId: string | null
    byName: string
  },
): Promise<void> {
  const values = {
    kind: answer.kind,
    status: answer.status,
    start_on: answer.startOn,
    end_on: answer.endOn,
    note: answer.note,
    base_version: answer.activity.version,
    is_proposal: answer.isProposal,
    typed_at: answer.typedAt,
    by_id: answer.byId,
    by_name: answer.byName,
  }
  await db
    .insertInto('round_answer')
    .values({ round_id: answer.roundId, agency_id: answer.agencyId, activity_id: answer.activity.id, ...values })
    .onConflict((conflict) => conflict.columns(['round_id', 'agency_id', 'activity_id']).doUpdateSet(values))
    .execute()
}

/** Marks what was proposed as written into the activity. */
export async function settleProposal(
  db: Db,
  roundId: string,
  agencyId: string,
  activity: Pick<Activity, 'id' | 'version'>,
): Promise<void> {
  await db
    .updateTable('round_answer')
    .set({ is_proposal: false, base_version: activity.version })
    .where('round_id', '=', roundId)
    .where('agency_id', '=', agencyId)
    .where('activity_id', '=', activity.id)
    .execute()
}

/** Cleared reports that lack an answer to an activity that they listed: `<acronym> <period's end>`. */
export async function findIncompleteReports(db: Db): Promise<string[]> {
  const { rows } = await sql<{ report: string }>`
    select g.acronym || ' ' || o.until_on as report
    from round_report r join agency g on g.id = r.agency_id join reporting_round o on o.id = r.round_id
    where r.state = 'cleared' and not r.nothing_to_report and exists (
      select from unnest(r.listed) l (id) join activity a on a.id = l.id
      where not exists (select from round_answer w
        where (w.round_id, w.agency_id, w.activity_id) = (r.round_id, r.agency_id, l.id)))
    order by 1`.execute(db)
  return rows.map(({ report }) => report)
}

/** Rounds whose numbers of received and awaited reports are not those of the reports themselves. */
export async function findMiscountedRounds(db: Db): Promise<string[]> {
  const { rows } = await sql<{ until_on: string }>`
    select o.until_on::text from reporting_round o
    cross join lateral count_round_reports(o.id) kept
    where kept.received + kept.awaited <> (select count(*) from round_report r
      where r.round_id = o.id and (r.expected or r.state = 'cleared'))
    order by 1`.execute(db)
  return rows.map((row) => row.until_on)
}
