import { type Kysely, sql } from 'kysely'
import { guardTable } from './guard-table.ts'

const stages = `('identified', 'contacted', 'invited', 'joined', 'declined')`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table outreach_entity (
      id uuid primary key default gen_random_uuid(),
      name text not null check (length(btrim(name)) between 1 and 200),
      class text not null,
      mailbox text check (mailbox = lower(mailbox) and length(mailbox) <= 120 and mailbox ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
      stage text not null check (stage in ${sql.raw(stages)}),
      next_step text check (length(btrim(next_step)) between 1 and 300),
      next_step_agency_id uuid references agency (id),
      next_step_due_on date,
      agency_id uuid references agency (id),
      created_at timestamptz not null default now(),
      check ((stage = 'joined') = (agency_id is not null)),
      check (next_step is null or next_step_due_on is not null)
    )`.execute(db)
  await sql`create unique index outreach_entity_named_once on outreach_entity (lower(name))`.execute(db)
  await sql`
    create table outreach_step (
      id bigint generated always as identity primary key,
      entity_id uuid not null references outreach_entity (id),
      stage text not null check (stage in ${sql.raw(stages)}),
      "on" date not null,
      note text not null check (length(btrim(note)) between 1 and 500),
      by_name text not null,
      at timestamptz not null default now()
    )`.execute(db)
  await sql`create index outreach_step_of on outreach_step (entity_id, id)`.execute(db)
  for (const table of ['outreach_entity', 'outreach_step']) {
    await guardTable(db, table)
    await sql`grant select, insert on ${sql.table(table)} to concert_app`.execute(db)
    await sql`
      create policy read on ${sql.table(table)} for select to concert_app
      using ((select actor_signed_in()))`.execute(db)
    await sql`
      create policy add on ${sql.table(table)} for insert to concert_app
      with check (actor_has('coordinator'))`.execute(db)
  }
  await sql`
    grant update (mailbox, stage, next_step, next_step_agency_id, next_step_due_on, agency_id) on outreach_entity
    to concert_app`.execute(db)
  await sql`
    create policy change on outreach_entity for update to concert_app
    using (actor_has('coordinator'))`.execute(db)
  await sql`
    create trigger outreach_step_is_append_only before update or delete or truncate on outreach_step
    for each statement execute function refuse_change()`.execute(db)
}
