import { type Kysely, sql } from 'kysely'
import { guardTable } from './guard-table.ts'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table group_meeting (
      id uuid primary key default gen_random_uuid(),
      title text not null check (length(btrim(title)) between 1 and 200),
      "on" date not null unique,
      place text check (length(btrim(place)) between 1 and 200),
      chair_agency_id uuid references agency (id),
      notes jsonb not null default '{}' check (jsonb_typeof(notes) = 'object'),
      frozen jsonb,
      held_at timestamptz,
      check ((frozen is null) = (held_at is null))
    )`.execute(db)
  // A past agenda is not rewritten.
  await sql`
    create function keep_held_meeting() returns trigger language plpgsql as $$
    begin
      if old.held_at is not null then
        raise exception 'the meeting of % was held', old."on" using errcode = 'check_violation';
      end if;
      return new;
    end $$`.execute(db)
  await sql`
    create trigger group_meeting_stays before update on group_meeting
    for each row execute function keep_held_meeting()`.execute(db)
  await sql`
    create table group_decision (
      id uuid primary key default gen_random_uuid(),
      meeting_id uuid not null references group_meeting (id),
      text text not null check (length(btrim(text)) between 1 and 500),
      owner_agency_id uuid not null references agency (id),
      due_on date not null,
      state text not null default 'open' check (state in ('open', 'done', 'dropped')),
      closed_on date,
      closed_note text check (length(btrim(closed_note)) between 1 and 500),
      recorded_at timestamptz not null default now(),
      check ((state = 'open') = (closed_on is null)),
      check (state <> 'open' or closed_note is null),
      check (state <> 'dropped' or closed_note is not null)
    )`.execute(db)
  await sql`create index group_decision_of on group_decision (meeting_id)`.execute(db)
  await sql`create index group_decision_open on group_decision (owner_agency_id, due_on) where state = 'open'`.execute(
    db,
  )
  for (const table of ['group_meeting', 'group_decision']) {
    await guardTable(db, table)
    await sql`grant select, insert on ${sql.table(table)} to concert_app`.execute(db)
    await sql`
      create policy read on ${sql.table(table)} for select to concert_app
      using ((select actor_signed_in()))`.execute(db)
    await sql`
      create policy add on ${sql.table(table)} for insert to concert_app
      with check (actor_has('coordinator'))`.execute(db)
    await sql`
      create policy change on ${sql.table(table)} for update to concert_app
      using (actor_has('coordinator'))`.execute(db)
  }
  await sql`
    grant update (title, "on", place, chair_agency_id, notes, frozen, held_at) on group_meeting to concert_app`.execute(
    db,
  )
  await sql`grant update (state, closed_on, closed_note) on group_decision to concert_app`.execute(db)

  // Statuses that dates contradict are found for the whole log.
  await sql`create index activity_ends on activity (status, end_on) where counted`.execute(db)
  await sql`create index activity_starts on activity (status, start_on) where counted`.execute(db)
}
