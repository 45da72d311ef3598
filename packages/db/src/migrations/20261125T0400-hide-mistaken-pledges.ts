import { type Kysely, sql } from 'kysely'

/** A pledge whose announcement was reversed was never announced: nobody but fund managers sees that it was typed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table public_pledge add column mistaken boolean not null default false`.execute(db)
  await sql`drop policy read on public_pledge`.execute(db)
  await sql`
    create policy read on public_pledge for select to concert_app
    using (not mistaken or (select actor_has('fund_manager')))`.execute(db)
  await sql`
    create function follow_mistaken_announcements() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      update public_pledge set mistaken = true
      where pledge_id in (
        select l.pledge_id from journal_line l join journal_entry o on o.number = l.entry_number
        where o.number = new.reverses and o.kind = 'pledge_announced');
      return null;
    end $$`.execute(db)
  await sql`
    create trigger follow_mistakes after insert on journal_entry
    for each row when (new.reverses is not null) execute function follow_mistaken_announcements()`.execute(db)
  await sql`
    update public_pledge set mistaken = true
    where pledge_id in (
      select l.pledge_id from journal_entry r join journal_entry o on o.number = r.reverses
      join journal_line l on l.entry_number = o.number
      where o.kind = 'pledge_announced')`.execute(db)
}
