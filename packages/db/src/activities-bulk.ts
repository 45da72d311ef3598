import { randomUUID } from 'node:crypto'
import type { ActivityDraft, PublishReason, Visibility } from '@concert/domain/activity'
import { sql } from 'kysely'
import { columnsOf, type PublicPlaces, peopleRowsOf, placeRowsOf } from './activity-records.ts'
import type { Db } from './client.ts'

export interface ReadyActivity {
  leadAgencyId: string
  draft: ActivityDraft
  visibility: Visibility
  publicPlaces: PublicPlaces
  publishReasons: PublishReason[]
  /** The year in its reference. */
  year: number
  /** When it was last written, YYYY-MM-DD. */
  writtenOn: string
  byName: string
}

const batchSize = 500

/** Many records at once, each with its first version: a few statements for each five hundred. */
export async function insertActivities(db: Db, activities: readonly ReadyActivity[]): Promise<void> {
  for (let from = 0; from < activities.length; from += batchSize) {
    await insertBatch(
      db,
      activities.slice(from, from + batchSize).map((activity) => ({ id: randomUUID(), ...activity })),
    )
  }
}

async function insertBatch(db: Db, batch: readonly (ReadyActivity & { id: string })[]): Promise<void> {
  await db
    .insertInto('activity')
    .values(
      batch.map((activity) => ({
        id: activity.id,
        reference: sql<string>`'ACT-' || ${String(activity.year)} || '-' || lpad(nextval('activity_number')::text, 5, '0')`,
        lead_agency_id: activity.leadAgencyId,
        visibility: activity.visibility,
        ...columnsOf(activity.draft),
        publish_reasons: JSON.stringify(activity.publishReasons),
        created_at: activity.writtenOn,
        updated_at: activity.writtenOn,
        published_at: activity.visibility === 'public' ? activity.writtenOn : null,
      })),
    )
    .execute()
  const places = batch.flatMap(({ id, draft, publicPlaces }) => placeRowsOf(id, draft, publicPlaces))
  if (places.length > 0) await db.insertInto('activity_place').values(places).execute()
  const people = batch.flatMap(({ id, draft }) => peopleRowsOf(id, draft))
  if (people.length > 0) await db.insertInto('activity_people').values(people).execute()
  const change = { draft: 'drafted', group: 'shared', public: 'published' } as const
  await db
    .insertInto('activity_version')
    .values(
      batch.map((activity) => ({
        activity_id: activity.id,
        version: 1,
        at: activity.writtenOn,
        by_name: activity.byName,
        change: change[activity.visibility],
        snapshot: JSON.stringify(activity.draft),
      })),
    )
    .execute()
}
