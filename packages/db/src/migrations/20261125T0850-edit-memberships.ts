import { type Kysely, sql } from 'kysely'
import { guardTable } from './guard-table.ts'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists btree_gist`.execute(db)
  await sql`
    alter table agency_membership add constraint agency_membership_held_once
    exclude using gist (agency_id with =, role with =, daterange(from_on, until_on, '[]') with &&)`.execute(db)
  await sql`grant insert, update (from_on, until_on, date_precision, source) on agency_membership to concert_app`.execute(
    db,
  )
  await sql`
    create policy add on agency_membership for insert to concert_app with check (actor_has('coordinator'))`.execute(db)
  await sql`create policy register on agency for insert to concert_app with check (actor_has('coordinator'))`.execute(
    db,
  )

  // What stood before a change, for the group; the reference data of later versions leaves alone what people changed.
  await sql`
    create table agency_membership_change (
      id bigint generated always as identity primary key,
      membership_id uuid not null references agency_membership (id),
      kind text not null check (kind in ('added', 'corrected', 'confirmed')),
      before jsonb,
      after jsonb not null,
      reason text check (length(btrim(reason)) between 1 and 500),
      by_name text not null,
      at timestamptz not null,
      check ((kind = 'added') = (before is null)),
      check ((kind = 'corrected') = (reason is not null))
    )`.execute(db)
  await sql`create index agency_membership_change_newest on agency_membership_change (at desc)`.execute(db)
  await sql`create index agency_membership_change_of on agency_membership_change (membership_id, id)`.execute(db)
  await guardTable(db, 'agency_membership_change')
  await sql`grant select, insert on agency_membership_change to concert_app`.execute(db)
  await sql`
    create policy read on agency_membership_change for select to concert_app using (
      (select actor_signed_in()) and exists (select from agency_membership m where m.id = membership_id))`.execute(db)
  await sql`
    create policy add on agency_membership_change for insert to concert_app
    with check (actor_has('coordinator'))`.execute(db)
  await sql`
    create trigger agency_membership_change_is_append_only before update or delete or truncate on agency_membership_change
    for each statement execute function refuse_change()`.execute(db)
}
