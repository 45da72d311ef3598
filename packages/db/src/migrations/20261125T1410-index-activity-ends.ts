import { type Kysely, sql } from 'kysely'

// A calendar asks what is under way in a window: what starts by its last day and lasts until its first one or longer. The
// start has its index; this is the other side. Whatever is over without a known end is taken to have ended when it began.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function activity_last_day(start_on date, end_on date, status text) returns date
    language sql immutable parallel safe
    return coalesce(end_on, case when status in ('planned', 'ongoing') then 'infinity'::date else start_on end)`.execute(
    db,
  )
  await sql`
    create index activity_by_last_day on activity (activity_last_day(start_on, end_on, status), start_on)
    include (audience, counted)`.execute(db)
}
