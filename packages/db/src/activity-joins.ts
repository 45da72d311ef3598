import type { ActivityDraft, PublishReason } from '@concert/domain/activity'
import type { ActivityJoin, JoinState } from '@concert/domain/activity-join'
import type { DraftField } from '@concert/domain/activity-merge'
import { NotFound } from '@concert/domain/errors'
import { type RawBuilder, sql } from 'kysely'
import type { Db } from './client.ts'

/** A join with the keys of its records. */
export interface StoredJoin extends ActivityJoin {
  keptId: string
  joinedId: string
  byId: string | null
}

export interface NewJoin {
  keptId: string
  joinedId: string
  keptAgencyId: string
  joinedAgencyId: string
  fromOther: readonly DraftField[]
  note: string
  keptVersion: number
  joinedVersion: number
  at: Date
  byId: string | null
  byName: string
  byAgencyId: string | null
}

export async function insertJoin(db: Db, join: NewJoin): Promise<string> {
  const { id } = await db
    .insertInto('activity_join')
    .values({
      kept_id: join.keptId,
      joined_id: join.joinedId,
      kept_agency_id: join.keptAgencyId,
      joined_agency_id: join.joinedAgencyId,
      from_other: [...join.fromOther],
      note: join.note,
      kept_version: join.keptVersion,
      joined_version: join.joinedVersion,
      proposed_at: join.at.toISOString(),
      by_id: join.byId,
      by_name: join.byName,
      by_agency_id: join.byAgencyId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Records that the agency that leads one of the records agrees. */
export async function updateJoinAgreed(
  db: Db,
  id: string,
  { side, at, by }: { side: 'kept' | 'joined'; at: Date; by: string },
): Promise<void> {
  const columns =
    side === 'kept'
      ? { kept_agreed_at: at.toISOString(), kept_agreed_by: by }
      : { joined_agreed_at: at.toISOString(), joined_agreed_by: by }
  await db.updateTable('activity_join').set(columns).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function updateJoined(db: Db, id: string, at: Date): Promise<void> {
  await db
    .updateTable('activity_join')
    .set({ state: 'joined', joined_at: at.toISOString() })
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

export async function updateJoinEnded(
  db: Db,
  id: string,
  ending: {
    state: Exclude<JoinState, 'proposed' | 'joined'>
    at: Date
    by: string
    agencyId: string | null
    why: string | null
  },
): Promise<void> {
  await db
    .updateTable('activity_join')
    .set({
      state: ending.state,
      ended_at: ending.at.toISOString(),
      ended_by: ending.by,
      ended_agency_id: ending.agencyId,
      ended_why: ending.why,
    })
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

export async function getJoin(db: Db, id: string): Promise<StoredJoin> {
  const [join] = await selectJoins(db, sql`j.id = ${id}`)
  if (!join) throw new NotFound('activity_join')
  return join
}

/** Every join in which one of these activities takes part, the newest first. */
export async function findJoinsOf(db: Db, activityIds: readonly string[]): Promise<StoredJoin[]> {
  if (activityIds.length === 0) return []
  return selectJoins(db, sql`(j.kept_id = any (${activityIds}::uuid[]) or j.joined_id = any (${activityIds}::uuid[]))`)
}

/** Where the address of a record that was joined leads; undefined for every other. */
export async function findJointReference(db: Db, reference: string): Promise<string | undefined> {
  const { rows } = await sql<{ reference: string | null }>`
    select joint_reference(${reference}) as reference`.execute(db)
  return rows[0]?.reference ?? undefined
}

/** Lets a record rest in the joint one, or takes it out again, as a version of its own. */
export async function updateResting(
  db: Db,
  id: string,
  change: { relevance: 'joined' | 'own' | 'relevant'; by: string | null },
): Promise<void> {
  await db
    .updateTable('activity')
    .set((eb) => ({
      relevance: change.relevance,
      version: eb('version', '+', 1),
      updated_at: sql<string>`now()`,
      updated_by: change.by,
    }))
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

export interface BeforeJoin {
  keptDraft: ActivityDraft
  keptReasons: PublishReason[]
  keptVisibility: 'group' | 'public'
  joinedRelevance: 'own' | 'relevant'
}

export async function insertBeforeJoin(db: Db, joinId: string, before: BeforeJoin): Promise<void> {
  await db
    .insertInto('activity_join_before')
    .values({
      join_id: joinId,
      kept_draft: JSON.stringify(before.keptDraft),
      kept_reasons: JSON.stringify(before.keptReasons),
      kept_visibility: before.keptVisibility,
      joined_relevance: before.joinedRelevance,
    })
    .execute()
}

export async function getBeforeJoin(db: Db, joinId: string): Promise<BeforeJoin> {
  const row = await db
    .selectFrom('activity_join_before')
    .selectAll()
    .where('join_id', '=', joinId)
    .executeTakeFirstOrThrow()
  return {
    keptDraft: row.kept_draft,
    keptReasons: row.kept_reasons,
    keptVisibility: row.kept_visibility,
    joinedRelevance: row.joined_relevance,
  }
}

/** Records that rest in no joint activity, and joins whose record does not rest. */
export async function findLostJoins(db: Db): Promise<string[]> {
  const { rows } = await sql<{ reference: string }>`
    select a.reference from activity a
    where (a.relevance = 'joined')
      <> exists (select from activity_join j where j.joined_id = a.id and j.state = 'joined')
    order by 1`.execute(db)
  return rows.map(({ reference }) => reference)
}

async function selectJoins(db: Db, where: RawBuilder<unknown>): Promise<StoredJoin[]> {
  const party = (side: 'kept' | 'joined') => sql`jsonb_build_object(
    'agencyId', ${sql.ref(`j.${side}_agency_id`)},
    'acronym', (select acronym from agency where id = ${sql.ref(`j.${side}_agency_id`)}),
    'agreedAt', ${sql.ref(`j.${side}_agreed_at`)}, 'agreedBy', ${sql.ref(`j.${side}_agreed_by`)})`
  const { rows } = await sql<StoredJoin>`
    select j.id, j.state, j.kept_id as "keptId", j.joined_id as "joinedId", k.reference as kept,
      o.reference as joined, j.from_other as "fromOther", j.note, j.kept_version as "keptVersion",
      j.joined_version as "joinedVersion", j.proposed_at as "proposedAt", j.by_name as "byName", j.by_id as "byId",
      (select acronym from agency where id = j.by_agency_id) as "byAgency",
      jsonb_build_array(${party('kept')}, ${party('joined')}) as parties, j.joined_at as "joinedAt",
      j.ended_at as "endedAt", j.ended_by as "endedBy",
      (select acronym from agency where id = j.ended_agency_id) as "endedAgency", j.ended_why as "endedWhy"
    from activity_join j join activity k on k.id = j.kept_id join activity o on o.id = j.joined_id
    where ${where} order by j.proposed_at desc, j.id`.execute(db)
  return rows
}
