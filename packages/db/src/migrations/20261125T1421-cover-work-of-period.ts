import { type Kysely, sql } from 'kysely'

// The index that finds what is at work in a window, with all that the matrix of gaps counts of it: what ended before the
// window is never looked at, and no row of the log is opened.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`drop index activity_by_last_day`.execute(db)
  await sql`
    create index activity_by_last_day on activity (activity_last_day(start_on, end_on, status), start_on)
    include (id, audience, counted, agency_ids, status, end_on, kind, pillars, forms)`.execute(db)
}
