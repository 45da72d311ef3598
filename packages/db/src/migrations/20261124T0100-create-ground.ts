import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists pg_trgm`.execute(db)

  // Roles belong to the whole server, so another database of the same server may have made it, even at this moment.
  await sql`
    do $$
    begin
      if not exists (select from pg_roles where rolname = 'concert_app') then
        create role concert_app nologin nobypassrls;
      end if;
    exception when duplicate_object or unique_violation then null;
    end $$`.execute(db)
  // From version 16 on, whoever makes a role administers it but may not take it on unless it is granted to them.
  await sql`
    do $$
    begin
      execute format('grant concert_app to %I', current_user);
    exception when insufficient_privilege or unique_violation then
      if not pg_has_role(current_user, 'concert_app', 'member') then raise; end if;
    end $$`.execute(db)
  await sql`grant usage on schema public to concert_app`.execute(db)
  await sql`revoke create on schema public from public`.execute(db)

  await sql`
    create function actor_id() returns uuid language sql stable parallel safe
    return nullif(current_setting('concert.actor_id', true), '')::uuid`.execute(db)
  await sql`
    create function actor_agency() returns uuid language sql stable parallel safe
    return nullif(current_setting('concert.actor_agency', true), '')::uuid`.execute(db)
  await sql`
    create function actor_is_system() returns boolean language sql stable parallel safe
    return coalesce(current_setting('concert.actor_kind', true) = 'system', false)`.execute(db)
  await sql`
    create function actor_signed_in() returns boolean language sql stable parallel safe
    return coalesce(current_setting('concert.actor_kind', true) in ('system', 'person'), false)`.execute(db)
  await sql`
    create function actor_has(role text) returns boolean language sql stable parallel safe
    return actor_is_system() or role = any (string_to_array(coalesce(current_setting('concert.actor_roles', true), ''), ','))`.execute(
    db,
  )
  await sql`
    create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
    end $$`.execute(db)

  await sql`
    create table installation (
      id integer primary key default 1 check (id = 1),
      is_demonstration boolean not null,
      created_at timestamptz not null default now()
    )`.execute(db)
  await sql`
    create trigger installation_is_for_ever before update or delete or truncate on installation
    for each statement execute function refuse_change()`.execute(db)

  await sql`
    create table idempotency (
      key uuid primary key,
      procedure text not null,
      actor_id uuid,
      body_hash text not null,
      response jsonb not null,
      created_at timestamptz not null default now()
    )`.execute(db)

  await sql`
    create table audit_row (
      id bigint generated always as identity primary key,
      at timestamptz not null default clock_timestamp(),
      actor_id uuid,
      actor_name text not null,
      action text not null,
      subject_type text not null,
      subject_id text not null,
      request_id text not null,
      values_digest text not null
    )`.execute(db)
  await sql`create index audit_row_subject on audit_row (subject_type, subject_id, id)`.execute(db)
  await sql`
    create table audit_value (
      audit_id bigint primary key references audit_row (id),
      salt text not null,
      values text,
      erased_at timestamptz,
      check ((values is null) = (erased_at is not null))
    )`.execute(db)
  await sql`
    create table audit_seal (
      position bigint primary key check (position > 0),
      audit_id bigint not null unique references audit_row (id),
      previous_hash text not null,
      hash text not null
    )`.execute(db)
  for (const table of ['audit_row', 'audit_seal']) {
    await sql`
      create trigger ${sql.raw(`${table}_is_append_only`)} before update or delete or truncate on ${sql.table(table)}
      for each statement execute function refuse_change()`.execute(db)
  }

  await sql`
    create table check_run (
      check_id text primary key,
      ran_at timestamptz not null default now(),
      ok boolean not null,
      found integer not null,
      detail text not null
    )`.execute(db)

  for (const table of ['installation', 'idempotency', 'audit_row', 'audit_value', 'audit_seal', 'check_run']) {
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db)
    await sql`alter table ${sql.table(table)} force row level security`.execute(db)
  }
  await sql`grant select on installation, check_run to concert_app`.execute(db)
  await sql`create policy read on installation for select to concert_app using (true)`.execute(db)
  await sql`create policy read on check_run for select to concert_app using (true)`.execute(db)
  await sql`grant insert, update on check_run to concert_app`.execute(db)
  await sql`create policy record on check_run for insert to concert_app with check (actor_is_system())`.execute(db)
  await sql`create policy renew on check_run for update to concert_app using (actor_is_system())`.execute(db)

  await sql`grant select, insert on idempotency to concert_app`.execute(db)
  await sql`
    create policy own on idempotency to concert_app
    using (actor_is_system() or actor_id is not distinct from actor_id())
    with check (actor_is_system() or actor_id is not distinct from actor_id())`.execute(db)

  await sql`grant select, insert on audit_row, audit_value to concert_app`.execute(db)
  await sql`grant select on sequence audit_row_id_seq to concert_app`.execute(db)
  await sql`grant select on audit_seal to concert_app`.execute(db)
  await sql`
    create policy write_own on audit_row for insert to concert_app
    with check (actor_is_system() or actor_id is not distinct from actor_id())`.execute(db)
  await sql`create policy write_own on audit_value for insert to concert_app with check (true)`.execute(db)
  for (const table of ['audit_row', 'audit_value', 'audit_seal']) {
    await sql`
      create policy read on ${sql.table(table)} for select to concert_app using (actor_has('administrator'))`.execute(
      db,
    )
  }
}
