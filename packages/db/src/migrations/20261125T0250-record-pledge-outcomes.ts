import { type Kysely, sql } from 'kysely'
import { guardManagersTable } from './guard-table.ts'

/** What became of pledges that are not money. Delivery is public; a withdrawal and every note are the managers'. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table pledge_outcome (
      number bigint generated always as identity primary key,
      pledge_id uuid not null references pledge (id),
      outcome text not null check (outcome in
        ('delivered', 'delivered_in_part', 'delivered_in_part_only', 'withdrawn', 'open')),
      "on" date not null,
      note text not null check (length(btrim(note)) between 1 and 500),
      recorded_at timestamptz not null default now(),
      recorded_by uuid,
      recorded_by_name text not null
    )`.execute(db)
  await sql`create index pledge_outcome_latest on pledge_outcome (pledge_id, number desc)`.execute(db)
  await sql`
    create trigger pledge_outcome_is_append_only before update or delete or truncate on pledge_outcome
    for each statement execute function refuse_change()`.execute(db)
  await guardManagersTable(db, 'pledge_outcome')

  await sql`
    alter table public_pledge
      add column delivered_on date,
      add column delivered_in_part boolean not null default false,
      add check (delivered_on is null or kind <> 'money'),
      add check (delivered_on is not null or not delivered_in_part)`.execute(db)
  await sql`
    create function follow_pledge_outcome() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      if exists (select from pledge p where p.id = new.pledge_id and (p.kind = 'money' or p.announced_on > new."on")) then
        raise exception 'an outcome is recorded of a pledge that is not money, from its announcement on'
          using errcode = 'check_violation';
      end if;
      update public_pledge set
        delivered_on = case when new.outcome like 'delivered%' then new."on" end,
        delivered_in_part = new.outcome like 'delivered_in_part%'
      where pledge_id = new.pledge_id;
      return null;
    end $$`.execute(db)
  await sql`
    create trigger follow after insert on pledge_outcome
    for each row execute function follow_pledge_outcome()`.execute(db)
}
