import { type Kysely, sql } from 'kysely'
import { guardTable } from './guard-table.ts'

// A calendar program reads a feed by an address alone, without signing in. Nobody can read one from what is stored here:
// only the digest of its token is. A day is kept of the last reading, no address and no hour.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table calendar_feed (
      id uuid primary key default gen_random_uuid(),
      owner_id uuid not null references user_account (id),
      kind text not null check (kind in ('instalments')),
      token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
      created_at timestamptz not null,
      last_fetched_on date,
      revoked_at timestamptz
    )`.execute(db)
  await sql`
    create unique index calendar_feed_standing on calendar_feed (owner_id, kind) where revoked_at is null`.execute(db)
  await guardTable(db, 'calendar_feed')
  // The digest is written and never read by a request.
  await sql`
    grant select (id, owner_id, kind, created_at, last_fetched_on, revoked_at), insert,
      update (last_fetched_on, revoked_at) on calendar_feed to concert_app`.execute(db)
  await sql`
    create policy own on calendar_feed for select to concert_app using (owner_id = actor_id())`.execute(db)
  await sql`
    create policy add on calendar_feed for insert to concert_app
    with check (owner_id = actor_id() and actor_has('fund_manager'))`.execute(db)
  await sql`
    create policy change on calendar_feed for update to concert_app using (owner_id = actor_id())`.execute(db)
}
