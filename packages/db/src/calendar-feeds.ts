import type { CalendarDate } from '@concert/domain/calendar-date'
import type { CalendarFeed, FeedKind } from '@concert/domain/calendar-feed'
import { type ColumnType, type Generated, sql } from 'kysely'
import type { Db, Trx } from './client.ts'

export interface CalendarFeedTable {
  id: Generated<string>
  owner_id: string
  kind: FeedKind
  agency_id: string | null
  place_code: string | null
  token_hash: string
  created_at: ColumnType<string, Date, never>
  last_fetched_on: ColumnType<string | null, undefined, string>
  revoked_at: ColumnType<string | null, undefined, Date>
}

export interface CalendarFeedTables {
  calendar_feed: CalendarFeedTable
}

/** Of what a feed tells: the agency or the place of its activities. */
export interface FeedSubject {
  kind: FeedKind
  agencyId: string | null
  placeCode: string | null
}

const subjectColumns = ['kind', 'agency_id as agencyId', 'place_code as placeCode'] as const

/** The new feed's id; undefined when its owner has one of the same already. */
export async function insertFeed(
  trx: Trx,
  feed: FeedSubject & { ownerId: string; tokenHash: string; createdAt: Date },
): Promise<string | undefined> {
  const row = await trx
    .insertInto('calendar_feed')
    .values({
      owner_id: feed.ownerId,
      kind: feed.kind,
      agency_id: feed.agencyId,
      place_code: feed.placeCode,
      token_hash: feed.tokenHash,
      created_at: feed.createdAt,
    })
    .onConflict((conflict) =>
      conflict.columns(['owner_id', 'kind', 'agency_id', 'place_code']).where('revoked_at', 'is', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** The feeds that the one who asks can read, in the order in which they were made; nobody else's. */
export async function findOwnFeeds(db: Db): Promise<CalendarFeed[]> {
  const { rows } = await sql<CalendarFeed>`
    select feed.id, feed.kind, feed.created_at as "createdAt", feed.last_fetched_on as "lastFetchedOn",
      (select jsonb_build_object('id', g.id, 'slug', g.slug, 'acronym', g.acronym, 'names', g.names)
        from agency g where g.id = feed.agency_id) as agency,
      (select jsonb_build_object('code', p.code, 'names', p.names) from place p where p.code = feed.place_code) as place
    from calendar_feed feed where feed.revoked_at is null order by feed.created_at, feed.id`.execute(db)
  return rows
}

/** Of what the feed told that was revoked; undefined when there is none that can be. */
export async function revokeFeed(trx: Trx, id: string, now: Date): Promise<FeedSubject | undefined> {
  return trx
    .updateTable('calendar_feed')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning(subjectColumns)
    .executeTakeFirst()
}

/** Whose feed this digest opens. Asked outside of any person's request, before it is known who asks. */
export async function findStandingFeed(
  db: Db,
  tokenHash: string,
): Promise<(FeedSubject & { id: string; ownerId: string }) | undefined> {
  return db
    .selectFrom('calendar_feed')
    .select(['id', 'owner_id as ownerId', ...subjectColumns])
    .where('token_hash', '=', tokenHash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
}

/** Keeps the day of the last reading; one write a day at most. */
export async function markFeedFetched(trx: Trx, id: string, on: CalendarDate): Promise<void> {
  await trx
    .updateTable('calendar_feed')
    .set({ last_fetched_on: on })
    .where('id', '=', id)
    .where('last_fetched_on', 'is distinct from', on)
    .execute()
}
