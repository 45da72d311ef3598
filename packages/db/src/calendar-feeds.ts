import type { CalendarDate } from '@concert/domain/calendar-date'
import type { CalendarFeed, FeedKind } from '@concert/domain/calendar-feed'
import type { ColumnType, Generated } from 'kysely'
import type { Db, Trx } from './client.ts'

export interface CalendarFeedTable {
  id: Generated<string>
  owner_id: string
  kind: FeedKind
  token_hash: string
  created_at: ColumnType<string, Date, never>
  last_fetched_on: ColumnType<string | null, undefined, string>
  revoked_at: ColumnType<string | null, undefined, Date>
}

export interface CalendarFeedTables {
  calendar_feed: CalendarFeedTable
}

/** The new feed's id; undefined when its owner has one of this kind already. */
export async function insertFeed(
  trx: Trx,
  feed: { ownerId: string; kind: FeedKind; tokenHash: string; createdAt: Date },
): Promise<string | undefined> {
  const row = await trx
    .insertInto('calendar_feed')
    .values({ owner_id: feed.ownerId, kind: feed.kind, token_hash: feed.tokenHash, created_at: feed.createdAt })
    .onConflict((conflict) => conflict.columns(['owner_id', 'kind']).where('revoked_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** The feeds that the one who asks can read; row-level security leaves out everybody else's. */
export async function findOwnFeeds(db: Db): Promise<CalendarFeed[]> {
  return db
    .selectFrom('calendar_feed')
    .select(['id', 'kind', 'created_at as createdAt', 'last_fetched_on as lastFetchedOn'])
    .where('revoked_at', 'is', null)
    .orderBy('created_at')
    .execute()
}

/** The kind of the feed that was revoked; undefined when there is none that can be. */
export async function revokeFeed(trx: Trx, id: string, now: Date): Promise<FeedKind | undefined> {
  const row = await trx
    .updateTable('calendar_feed')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('kind')
    .executeTakeFirst()
  return row?.kind
}

/** Whose feed this digest opens. Asked outside of any person's request, before it is known who asks. */
export async function findStandingFeed(
  db: Db,
  tokenHash: string,
): Promise<{ id: string; ownerId: string; kind: FeedKind } | undefined> {
  return db
    .selectFrom('calendar_feed')
    .select(['id', 'owner_id as ownerId', 'kind'])
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
