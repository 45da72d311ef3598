import type { Activity, ActivityDraft, PublishReason, Visibility } from '@concert/domain/activity'
import type { ActivityChange } from '@concert/domain/activity-view'
import { NotFound } from '@concert/domain/errors'
import { sql } from 'kysely'
import { columnsOf, type PublicPlaces, peopleRowsOf, placeRowsOf, toActivity } from './activity-records.ts'
import type { Db } from './client.ts'

export interface NewActivity {
  leadAgencyId: string
  createdBy: string | null
  draft: ActivityDraft
  publicPlaces: PublicPlaces
}

/** A new draft with a reference of its own. */
export async function insertActivity(db: Db, activity: NewActivity): Promise<Activity> {
  const { id, reference } = await db
    .insertInto('activity')
    .values({
      lead_agency_id: activity.leadAgencyId,
      created_by: activity.createdBy,
      updated_by: activity.createdBy,
      ...columnsOf(activity.draft),
    })
    .returning(['id', 'reference'])
    .executeTakeFirstOrThrow()
  await insertPlacesAndPeople(db, id, activity.draft, activity.publicPlaces)
  return getActivity(db, reference)
}

/** The whole record, for those who may see all of it. */
export async function getActivity(db: Db, reference: string): Promise<Activity> {
  const row = await db.selectFrom('activity').selectAll().where('reference', '=', reference).executeTakeFirst()
  if (!row) throw new NotFound('activity')
  const places = await db
    .selectFrom('activity_place')
    .selectAll()
    .where('activity_id', '=', row.id)
    .orderBy('place_code')
    .execute()
  const people = await db
    .selectFrom('activity_people')
    .selectAll()
    .where('activity_id', '=', row.id)
    .orderBy('kind')
    .orderBy('sex')
    .orderBy('age_group')
    .orderBy('form')
    .orderBy('audience')
    .execute()
  return toActivity(row, places, people)
}

/** Keeps whoever else writes the record waiting until this transaction ends. */
export async function lockActivity(db: Db, reference: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${reference}, 1))`.execute(db)
}

/** Writes what was typed over the version that was read; false when that is no longer the newest one. */
export async function updateActivity(
  db: Db,
  id: string,
  change: {
    draft: ActivityDraft
    expectedVersion: number
    publicPlaces: PublicPlaces
    publishReasons: PublishReason[]
    by: string | null
  },
): Promise<boolean> {
  const updated = await db
    .updateTable('activity')
    .set({
      ...columnsOf(change.draft),
      publish_reasons: JSON.stringify(change.publishReasons),
      version: change.expectedVersion + 1,
      updated_at: sql<string>`now()`,
      updated_by: change.by,
    })
    .where('id', '=', id)
    .where('version', '=', change.expectedVersion)
    .executeTakeFirst()
  if (updated.numUpdatedRows === 0n) return false
  await db.deleteFrom('activity_place').where('activity_id', '=', id).execute()
  await db.deleteFrom('activity_people').where('activity_id', '=', id).execute()
  await insertPlacesAndPeople(db, id, change.draft, change.publicPlaces)
  return true
}

/** Moves the record to another audience, as a version of its own. */
export async function updateVisibility(
  db: Db,
  id: string,
  change: { visibility: Visibility; publishReasons?: PublishReason[]; by: string | null },
): Promise<void> {
  await db
    .updateTable('activity')
    .set((eb) => ({
      visibility: change.visibility,
      version: eb('version', '+', 1),
      updated_at: sql<string>`now()`,
      updated_by: change.by,
      ...(change.publishReasons && { publish_reasons: JSON.stringify(change.publishReasons) }),
      ...(change.visibility === 'public' && {
        published_at: sql<string>`coalesce(published_at, now())`,
        published_by: sql<string | null>`coalesce(published_by, ${change.by}::uuid)`,
      }),
    }))
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

/** Writes which place the public is told for each exact one. */
export async function updatePublicPlaces(db: Db, id: string, publicPlaces: PublicPlaces): Promise<void> {
  await sql`
    update activity_place p set public_place_code = told.public_code
    from unnest(${[...publicPlaces.keys()]}::text[], ${[...publicPlaces.values()]}::text[]) told (code, public_code)
    where p.activity_id = ${id} and p.place_code = told.code and p.public_place_code <> told.public_code`.execute(db)
}

/** Marks a draft as handed to the focal point. */
export async function updateSubmitted(db: Db, id: string, by: string | null): Promise<void> {
  await db
    .updateTable('activity')
    .set({ submitted_at: sql<string>`now()`, submitted_by: by, updated_at: sql<string>`now()`, updated_by: by })
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

export async function deleteActivity(db: Db, id: string): Promise<void> {
  await db.deleteFrom('activity').where('id', '=', id).execute()
}

/** Keeps the record as it stands now under its version's number. */
export async function insertActivityVersion(
  db: Db,
  version: { activity: Activity; change: ActivityChange; byId: string | null; byName: string },
): Promise<void> {
  await db
    .insertInto('activity_version')
    .values({
      activity_id: version.activity.id,
      version: version.activity.version,
      by_id: version.byId,
      by_name: version.byName,
      change: version.change,
      snapshot: JSON.stringify(version.activity),
    })
    .execute()
}

export interface StoredVersion {
  version: number
  at: string
  byName: string
  change: ActivityChange
  snapshot: Activity
}

interface VersionRow {
  version: number
  at: string
  by_name: string
  change: ActivityChange
  snapshot: Activity
}

/** The versions of a record, oldest first; without counts of people assisted for those who are not of its agencies. */
export async function findActivityVersions(db: Db, activityId: string): Promise<StoredVersion[]> {
  const { rows } = await sql<VersionRow>`
    select version, at, by_name, change, snapshot from versions_of_activity(${activityId})`.execute(db)
  return rows.map(({ by_name: byName, ...row }) => ({ ...row, byName }))
}

/** The names of places in every language. */
export async function findPlaceNames(db: Db, codes: readonly string[]): Promise<string[]> {
  if (codes.length === 0) return []
  const rows = await db.selectFrom('place').select('names').where('code', 'in', codes).execute()
  return [...new Set(rows.flatMap((row) => Object.values(row.names)))]
}

/** Which of these agencies do not exist, or not for the one who asks. */
export async function findUnknownAgencies(db: Db, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const known = await db.selectFrom('agency').select('id').where('id', 'in', ids).execute()
  const found = new Set(known.map((row) => row.id))
  return ids.filter((id) => !found.has(id))
}

async function insertPlacesAndPeople(
  db: Db,
  id: string,
  draft: ActivityDraft,
  publicPlaces: PublicPlaces,
): Promise<void> {
  const places = placeRowsOf(id, draft, publicPlaces)
  if (places.length > 0) await db.insertInto('activity_place').values(places).execute()
  const people = peopleRowsOf(id, draft)
  if (people.length > 0) await db.insertInto('activity_people').values(people).execute()
}
