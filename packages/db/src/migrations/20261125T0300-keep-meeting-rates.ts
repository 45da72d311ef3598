import { type Kysely, sql } from 'kysely'
import { guardTable } from './guard-table.ts'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table meeting_rate (
      meeting_id uuid not null references meeting (id),
      currency text not null check (currency ~ '^[A-Z]{3}$' and currency <> 'USD'),
      units_per_usd numeric(22, 10) not null check (units_per_usd > 0),
      source text not null check (length(btrim(source)) between 1 and 200),
      recorded_by uuid,
      recorded_by_name text not null,
      recorded_at timestamptz not null default now(),
      primary key (meeting_id, currency)
    )`.execute(db)
  await guardTable(db, 'meeting_rate')
  await sql`grant select, insert, delete on meeting_rate to concert_app`.execute(db)
  await sql`create policy read on meeting_rate for select to concert_app using (true)`.execute(db)
  await sql`
    create policy add on meeting_rate for insert to concert_app
    with check (actor_is_system() or (actor_has('fund_manager') and recorded_by = actor_id()))`.execute(db)
  await sql`
    create policy remove on meeting_rate for delete to concert_app using (actor_has('fund_manager'))`.execute(db)
}
