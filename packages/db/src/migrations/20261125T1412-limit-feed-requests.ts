import { type Kysely, sql } from 'kysely'
import { guardTable } from './guard-table.ts'

// How often each client asked for calendars in its present minute, by a digest of its address; kept for an hour at most,
// and in no backup or log of changes.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create unlogged table feed_request (
      client text primary key check (client ~ '^[0-9a-f]{64}$'),
      since timestamptz not null,
      count integer not null check (count > 0)
    )`.execute(db)
  await sql`create index feed_request_by_age on feed_request (since)`.execute(db)
  await guardTable(db, 'feed_request')
}
