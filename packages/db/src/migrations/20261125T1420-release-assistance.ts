import { type Kysely, sql } from 'kysely'
import { guardTable } from './guard-table.ts'

// What the public reads of requests for assistance: numbers of requests that are in one release and in no other, so that
// releases cannot be subtracted from each other. Made by a coordinator, read by anyone, changed by nobody. Which requests
// a release is about stays with the group.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table assistance_release (
      number integer primary key check (number > 0),
      until_on date not null,
      released_at timestamptz not null,
      told jsonb not null check (jsonb_typeof(told) = 'object')
    )`.execute(db)
  await sql`
    create table assistance_release_request (
      request_id uuid primary key references assistance_request (id),
      number integer not null references assistance_release (number)
    )`.execute(db)
  await sql`create index assistance_release_request_by_number on assistance_release_request (number)`.execute(db)
  await sql`create index assistance_request_by_day on assistance_request (received_on)`.execute(db)
  await sql`
    create function number_assistance_release() returns trigger language plpgsql as $$
    begin
      if new.number <> coalesce((select max(number) from assistance_release), 0) + 1 then
        raise exception 'releases are numbered without gaps';
      end if;
      return new;
    end $$`.execute(db)
  await sql`
    create trigger numbered before insert on assistance_release
    for each row execute function number_assistance_release()`.execute(db)
  for (const table of ['assistance_release', 'assistance_release_request']) {
    await guardTable(db, table)
    await sql`grant select, insert on ${sql.table(table)} to concert_app`.execute(db)
    await sql`
      create policy add on ${sql.table(table)} for insert to concert_app
      with check (actor_is_system() or actor_has('coordinator'))`.execute(db)
  }
  await sql`create policy read on assistance_release for select to concert_app using (true)`.execute(db)
  await sql`
    create policy read on assistance_release_request for select to concert_app
    using ((select actor_signed_in()))`.execute(db)
}
