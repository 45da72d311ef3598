import { type Kysely, sql } from 'kysely'
import { guardTable } from './guard-table.ts'

// Where an agency answers the group: the mailbox of a function, never of a person. The newest row holds; null takes the
// address back.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table agency_mailbox (
      id bigint generated always as identity primary key,
      agency_id uuid not null references agency (id),
      address text check (length(address) between 5 and 120 and address = lower(address) and position('@' in address) > 1),
      saved_at timestamptz not null default now(),
      saved_by uuid,
      saved_by_name text not null
    )`.execute(db)
  await sql`create index agency_mailbox_newest on agency_mailbox (agency_id, id desc)`.execute(db)
  await guardTable(db, 'agency_mailbox')
  await sql`grant select, insert on agency_mailbox to concert_app`.execute(db)
  await sql`
    create policy read on agency_mailbox for select to concert_app using ((select actor_signed_in()))`.execute(db)
  await sql`
    create policy keep on agency_mailbox for insert to concert_app with check (
      actor_is_system() or actor_has('coordinator') or actor_has('administrator')
      or actor_has('focal_point') and coalesce(agency_id = actor_agency(), false))`.execute(db)

  // The mailboxes that a verdict to coordinate named, as they were then.
  await sql`
    alter table overlap_verdict add column mailboxes jsonb not null default '[]'
    check (jsonb_typeof(mailboxes) = 'array')`.execute(db)
}
