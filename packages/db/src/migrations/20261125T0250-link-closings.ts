import { type Kysely, sql } from 'kysely'

/** A closed period names the entry that revalued what stood open; null where there was nothing to revalue. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table closed_period add column entry_number bigint unique references journal_entry (number)`.execute(
    db,
  )
  await sql`
    create function check_closing_entry() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      if new.until_on > (now() at time zone 'UTC')::date then
        raise exception 'the period until % is not over', new.until_on using errcode = 'check_violation';
      end if;
      if exists (select from closed_period where until_on >= new.until_on) then
        raise exception 'the period until % is closed', new.until_on using errcode = 'check_violation';
      end if;
      if new.entry_number is not null and not exists (
        select from journal_entry
        where number = new.entry_number and kind = 'period_closed' and value_date = new.until_on
      ) then
        raise exception 'entry % closes no period until %', new.entry_number, new.until_on
          using errcode = 'check_violation';
      end if;
      return new;
    end $$`.execute(db)
  await sql`
    create trigger check_closing before insert on closed_period
    for each row execute function check_closing_entry()`.execute(db)
}
