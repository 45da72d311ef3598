import { type Kysely, sql } from 'kysely'

// Anyone of the group may follow the activities of an agency, or those in a country or region.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table calendar_feed
      drop constraint calendar_feed_kind_check,
      add constraint calendar_feed_kind_check check (kind in ('instalments', 'agency', 'place')),
      add column agency_id uuid references agency (id),
      add column place_code text references place (code),
      add constraint calendar_feed_of_what check (
        (kind = 'agency') = (agency_id is not null) and (kind = 'place') = (place_code is not null))`.execute(db)
  await sql`drop index calendar_feed_standing`.execute(db)
  await sql`
    create unique index calendar_feed_standing on calendar_feed (owner_id, kind, agency_id, place_code)
    nulls not distinct where revoked_at is null`.execute(db)
  await sql`grant select (agency_id, place_code) on calendar_feed to concert_app`.execute(db)
  await sql`drop policy add on calendar_feed`.execute(db)
  await sql`
    create policy add on calendar_feed for insert to concert_app
    with check (owner_id = actor_id() and (kind <> 'instalments' or actor_has('fund_manager')))`.execute(db)
}
