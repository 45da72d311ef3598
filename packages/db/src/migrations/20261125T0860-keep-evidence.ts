import { type Kysely, sql } from 'kysely'
import { guardTable } from './guard-table.ts'

// What answers a paragraph, pointed at by a coordinator. The public reads only what is public: evidence of the group is
// neither shown to it nor counted. Nothing is deleted: what was taken away says when and by whom.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table commitment_evidence (
      id uuid primary key default gen_random_uuid(),
      instrument_slug text not null,
      number text not null,
      kind text not null check (kind in ('activity', 'figure', 'report')),
      activity_id uuid references activity (id) on delete cascade,
      figure_id text check (length(figure_id) between 1 and 80),
      symbol text check (length(symbol) between 1 and 60),
      title text check (length(title) between 1 and 300),
      dated_on date,
      url text check (url ~ '^https://[^@]+$' and length(url) <= 500),
      note jsonb not null default '{}' check (jsonb_typeof(note) = 'object'),
      added_at timestamptz not null default now(),
      added_by uuid,
      removed_at timestamptz,
      removed_by uuid,
      foreign key (instrument_slug, number) references paragraph (instrument_slug, number),
      check ((kind = 'activity') = (activity_id is not null)),
      check ((kind = 'figure') = (figure_id is not null)),
      check ((kind = 'report') = (symbol is not null and title is not null)),
      check (kind = 'report' or (symbol is null and title is null and dated_on is null and url is null)),
      check (removed_by is null or removed_at is not null)
    )`.execute(db)
  await sql`
    create unique index commitment_evidence_once on commitment_evidence
      (instrument_slug, number, kind, coalesce(activity_id::text, figure_id, symbol)) where removed_at is null`.execute(
    db,
  )
  await sql`create index commitment_evidence_activity on commitment_evidence (activity_id)`.execute(db)
  await guardTable(db, 'commitment_evidence')
  await sql`
    grant select, insert, update (removed_at, removed_by) on commitment_evidence to concert_app`.execute(db)
  await sql`
    create policy read on commitment_evidence for select to concert_app using (
      (removed_at is null or (select actor_has('coordinator')))
      and (kind <> 'activity' or exists (
        select from activity a where a.id = activity_id
          and (a.audience = 'public' or a.audience = 'group' and (select actor_signed_in())))))`.execute(db)
  await sql`
    create policy add on commitment_evidence for insert to concert_app
    with check (actor_has('coordinator') and removed_at is null)`.execute(db)
  await sql`
    create policy remove on commitment_evidence for update to concert_app using (actor_has('coordinator'))`.execute(db)

  // The history of a status is the group's; the public reads the status and since when it stands.
  await sql`
    create table commitment_status_step (
      id bigint generated always as identity primary key,
      instrument_slug text not null,
      number text not null,
      addressee text not null check (addressee in ('secretary_general', 'unodc', 'icat')),
      status text not null check (status in ('no_update_recorded', 'under_way', 'done')),
      note jsonb not null default '{}' check (jsonb_typeof(note) = 'object'),
      changed_at timestamptz not null default now(),
      changed_by uuid,
      changed_by_name text not null,
      foreign key (instrument_slug, number) references paragraph (instrument_slug, number)
    )`.execute(db)
  await sql`
    create index commitment_status_step_paragraph on commitment_status_step (instrument_slug, number)`.execute(db)
  await sql`
    create trigger commitment_status_step_where_asked before insert or update on commitment_status_step
    for each row execute function status_only_where_asked()`.execute(db)
  await sql`
    insert into commitment_status_step (instrument_slug, number, addressee, status, changed_at, changed_by, changed_by_name)
    select instrument_slug, number, addressee, status, changed_at, changed_by, '' from commitment_status`.execute(db)
  await guardTable(db, 'commitment_status_step')
  await sql`grant select, insert on commitment_status_step to concert_app`.execute(db)
  await sql`
    create policy read on commitment_status_step for select to concert_app
    using ((select actor_signed_in()))`.execute(db)
  await sql`
    create policy add on commitment_status_step for insert to concert_app
    with check (actor_has('coordinator'))`.execute(db)
}
