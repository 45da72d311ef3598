import { type Kysely, sql } from 'kysely'

/**
 * Puts a new table under row-level security that binds its owner too, and admits the owner outside of requests
 * (see 20261124T0170). Whatever else may be done with the table is granted by the migration that makes it.
 */
export async function guardTable(db: Kysely<unknown>, table: string): Promise<void> {
  await sql`alter table ${sql.table(table)} enable row level security`.execute(db)
  await sql`alter table ${sql.table(table)} force row level security`.execute(db)
  await sql`
    do $$
    begin
      execute format(
        'create policy outside_requests on %I to %I using (current_user <> ''concert_app'') with check (current_user <> ''concert_app'')',
        ${sql.lit(table)}, current_user);
    end $$`.execute(db)
}

/** As `guardTable`, for what only fund managers read and add to. */
export async function guardManagersTable(db: Kysely<unknown>, table: string): Promise<void> {
  await guardTable(db, table)
  await sql`grant select, insert on ${sql.table(table)} to concert_app`.execute(db)
  await sql`
    create policy read on ${sql.table(table)} for select to concert_app
    using ((select actor_has('fund_manager')))`.execute(db)
  await sql`
    create policy add on ${sql.table(table)} for insert to concert_app
    with check (actor_has('fund_manager'))`.execute(db)
}
