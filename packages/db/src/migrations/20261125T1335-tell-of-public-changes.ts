import { type Kysely, sql } from 'kysely'

// What public figures and charts are made of. Whoever listens is told that something of it may have changed, not what:
// a row of the group is nobody's business, and whether the public sees a difference shows when it is read again.
const sources = [
  'activity',
  'activity_agency',
  'agency',
  'agency_membership',
  'donor',
  'donor_name',
  'fund_grant',
  'journal_line',
  'people_release',
  'pledge',
  'public_pledge',
  'published_figure',
]

export async function up(db: Kysely<unknown>): Promise<void> {
  // Equal notices of one transaction are one, sent when it commits.
  await sql`
    create function tell_of_public_change() returns trigger language plpgsql
    set search_path = pg_catalog, public, pg_temp as $$
    begin
      notify concert_public;
      return null;
    end $$`.execute(db)
  for (const table of sources) {
    await sql`
      create trigger tell_of_public_change after insert or update or delete on ${sql.table(table)}
      for each statement execute function tell_of_public_change()`.execute(db)
  }
}
