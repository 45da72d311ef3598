import { type Kysely, sql } from 'kysely'
import { guardTable } from './guard-table.ts'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table reporting_round (
      id uuid primary key default gen_random_uuid(),
      from_on date not null,
      until_on date not null check (until_on > from_on),
      deadline date not null check (deadline >= from_on),
      note jsonb not null default '{}' check (jsonb_typeof(note) = 'object'),
      opened_at timestamptz not null,
      opened_by uuid,
      closed_at timestamptz check (closed_at >= opened_at),
      closed_by uuid
    )`.execute(db)
  await sql`create unique index one_open_round on reporting_round ((true)) where closed_at is null`.execute(db)

  await sql`
    create table round_report (
      round_id uuid not null references reporting_round,
      agency_id uuid not null references agency,
      expected boolean not null,
      state text not null default 'awaited' check (state in ('awaited', 'in_work', 'submitted', 'cleared')),
      nothing_to_report boolean not null default false,
      listed uuid[] not null default '{}',
      submitted_at timestamptz,
      submitted_by uuid,
      cleared_at timestamptz,
      cleared_by uuid,
      primary key (round_id, agency_id),
      check ((state = 'cleared') = (cleared_at is not null))
    )`.execute(db)
  await sql`create index round_report_cleared on round_report (agency_id, cleared_at desc)`.execute(db)

  await sql`
    create table round_answer (
      round_id uuid not null,
      agency_id uuid not null,
      activity_id uuid not null references activity on delete cascade,
      kind text not null check (kind in ('unchanged', 'update', 'ended', 'new')),
      status text not null check (status in ('planned', 'ongoing', 'completed', 'cancelled')),
      start_on date,
      end_on date,
      note text not null default '' check (length(note) <= 1000),
      base_version integer not null check (base_version > 0),
      is_proposal boolean not null,
      typed_at timestamptz not null,
      by_id uuid,
      by_name text not null,
      primary key (round_id, agency_id, activity_id),
      foreign key (round_id, agency_id) references round_report,
      check (kind <> 'ended' or status in ('completed', 'cancelled') and end_on is not null)
    )`.execute(db)
  await sql`create index round_answer_activity on round_answer (activity_id)`.execute(db)

  await sql`
    create function round_is_open(round uuid) returns boolean language sql stable
    return exists (select from reporting_round r where r.id = round and r.closed_at is null)`.execute(db)
  // How many of those expected have reported is the group's; which of them have not is the coordinator's alone.
  await sql`
    create function count_round_reports(round uuid) returns table (received integer, awaited integer)
    language sql stable security definer set search_path = pg_catalog, public
    begin atomic
      select count(*) filter (where r.state = 'cleared')::integer,
        count(*) filter (where r.state <> 'cleared' and r.expected)::integer
      from round_report r where r.round_id = round and actor_signed_in();
    end`.execute(db)
  // A day on which an agency's work was last confirmed says nothing of a deadline.
  await sql`
    create function last_cleared_report(agency uuid) returns timestamptz
    language sql stable security definer set search_path = pg_catalog, public
    return (select max(r.cleared_at) from round_report r where r.agency_id = agency)`.execute(db)

  for (const table of ['reporting_round', 'round_report', 'round_answer']) await guardTable(db, table)
  await sql`grant select, insert, update on reporting_round, round_report, round_answer to concert_app`.execute(db)

  await sql`create policy read on reporting_round for select to concert_app using ((select actor_signed_in()))`.execute(
    db,
  )
  await sql`create policy add on reporting_round for insert to concert_app with check (actor_has('coordinator'))`.execute(
    db,
  )
  await sql`create policy change on reporting_round for update to concert_app using (actor_has('coordinator'))`.execute(
    db,
  )

  await sql`
    create policy read on round_report for select to concert_app using (
      (select actor_has('coordinator')) or (select actor_signed_in()) and agency_id = (select actor_agency()))`.execute(
    db,
  )
  await sql`
    create policy add on round_report for insert to concert_app with check (
      round_is_open(round_id) and state <> 'cleared' and (actor_has('coordinator')
        or agency_id = actor_agency() and not expected and (actor_has('contributor') or actor_has('focal_point'))))`.execute(
    db,
  )
  await sql`
    create policy change on round_report for update to concert_app
    using (round_is_open(round_id) and (actor_is_system() or agency_id = actor_agency()
      and (actor_has('focal_point') or actor_has('contributor') and state <> 'cleared')))
    with check (actor_is_system() or agency_id = actor_agency()
      and (actor_has('focal_point') or actor_has('contributor') and state <> 'cleared'))`.execute(db)

  await sql`
    create policy read on round_answer for select to concert_app using (
      (select actor_is_system()) or (select actor_signed_in()) and agency_id = (select actor_agency()))`.execute(db)
  const writes = sql`(actor_is_system() or agency_id = actor_agency()
    and (actor_has('contributor') or actor_has('focal_point'))) and exists (
      select from round_report r where (r.round_id, r.agency_id) = (round_answer.round_id, round_answer.agency_id)
        and r.state <> 'cleared' and round_is_open(r.round_id))`
  await sql`create policy add on round_answer for insert to concert_app with check (${writes})`.execute(db)
  await sql`create policy change on round_answer for update to concert_app using (${writes})`.execute(db)
}
