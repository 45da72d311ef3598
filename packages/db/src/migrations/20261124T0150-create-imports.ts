import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table import (
      id uuid primary key default gen_random_uuid(),
      kind text not null check (kind in ('iati')),
      file_name text not null check (length(file_name) between 1 and 300),
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      bytes bigint not null check (bytes > 0),
      at timestamptz not null default now(),
      by_id uuid,
      by_name text not null,
      new_count integer not null check (new_count >= 0),
      changed_count integer not null check (changed_count >= 0),
      unchanged_count integer not null check (unchanged_count >= 0),
      refused_count integer not null check (refused_count >= 0),
      findings jsonb not null check (jsonb_typeof(findings) = 'array'),
      check (new_count + changed_count > 0)
    )`.execute(db)
  await sql`create index import_by_time on import (at desc, id)`.execute(db)

  // What the publisher's file says stays here and never enters the journal: its money is provenance.
  await sql`
    create table activity_import (
      activity_id uuid primary key references activity (id) on delete cascade,
      import_id uuid not null references import (id),
      reporting_org_ref text not null,
      external_id text not null check (length(external_id) between 1 and 200),
      content_hash text not null,
      seen_hashes text[] not null check (content_hash = any (seen_hashes)),
      source_updated_at timestamptz,
      file_name text not null,
      line integer not null check (line > 0),
      provenance jsonb not null,
      imported_draft jsonb not null,
      score smallint not null check (score between 0 and 100),
      band text not null check (band in ('likely', 'possible', 'unlikely')),
      proposal jsonb not null,
      decided_at timestamptz,
      decided_by uuid,
      decided_by_name text,
      unique (reporting_org_ref, external_id),
      check ((decided_at is null) = (decided_by_name is null))
    )`.execute(db)
  await sql`create index activity_import_by_score on activity_import (score desc, activity_id)`.execute(db)
  await sql`create index activity_import_by_import on activity_import (import_id)`.execute(db)

  await sql`
    create function may_import() returns boolean language sql stable parallel safe
    return actor_has('focal_point') or actor_has('fund_manager') or actor_has('coordinator')`.execute(db)
  for (const table of ['import', 'activity_import']) {
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db)
    await sql`alter table ${sql.table(table)} force row level security`.execute(db)
  }
  await sql`grant select, insert on import to concert_app`.execute(db)
  await sql`create policy read on import for select to concert_app using ((select may_import()))`.execute(db)
  await sql`
    create policy add on import for insert to concert_app
    with check ((select may_import()) and (actor_is_system() or by_id = actor_id()))`.execute(db)
  await sql`
    create trigger import_is_append_only before update or delete or truncate on import
    for each statement execute function refuse_change()`.execute(db)

  await sql`grant select, insert, update on activity_import to concert_app`.execute(db)
  await sql`
    create policy read on activity_import for select to concert_app using (
      (select actor_signed_in()) and exists (select from activity a where a.id = activity_id))`.execute(db)
  await sql`
    create policy add on activity_import for insert to concert_app with check (
      (select may_import()) and exists (
        select from activity a
        where a.id = activity_id and a.source = 'import' and may_write_activity(a.agency_ids, a.visibility, a.source)))`.execute(
    db,
  )
  await sql`
    create policy change on activity_import for update to concert_app using (
      (select may_import()) and exists (
        select from activity a
        where a.id = activity_id and may_write_activity(a.agency_ids, a.visibility, a.source)))`.execute(db)
}
