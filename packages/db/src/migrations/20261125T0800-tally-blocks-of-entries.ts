import { type Kysely, sql } from 'kysely'
import { guardTable } from './guard-table.ts'

// What every 32,768 entries amount to, so that a report as of an entry long ago need not read all lines before or after
// it. A block is added up once, by the posting that completes it, and never changes.
const size = sql.lit(32_768)

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table journal_block_tally (
      block integer not null check (block >= 0),
      value_date date not null,
      kind text not null,
      account text not null,
      usd_minor bigint not null,
      primary key (block, value_date, kind, account)
    )`.execute(db)
  await guardTable(db, 'journal_block_tally')
  await sql`grant select on journal_block_tally to concert_app`.execute(db)
  await sql`
    create policy read on journal_block_tally for select to concert_app
    using ((select actor_has('fund_manager')))`.execute(db)

  await sql`
    create function tally_block(completed integer) returns void language sql
    security definer set search_path = pg_catalog, public, pg_temp as $$
      insert into journal_block_tally (block, value_date, kind, account, usd_minor)
      select completed, e.value_date, coalesce(o.kind, e.kind), l.account, sum(l.usd_minor)
      from journal_entry e
      join journal_line l on l.entry_number = e.number
      left join journal_entry o on o.number = e.reverses
      where e.number > completed::bigint * ${size} and e.number <= (completed + 1)::bigint * ${size}
      group by 2, 3, 4;
    $$`.execute(db)
  await sql`revoke execute on function tally_block from public`.execute(db)
  await sql`
    create function keep_block_tallies() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      perform tally_block((entry_number / ${size} - 1)::integer)
      from (select distinct entry_number from new_lines where entry_number % ${size} = 0) completed;
      return null;
    end $$`.execute(db)
  await sql`
    create trigger keep_blocks after insert on journal_line referencing new table as new_lines
    for each statement execute function keep_block_tallies()`.execute(db)
  await sql`
    select tally_block(block::integer)
    from generate_series(0, (select coalesce(max(number), 0) from journal_entry) / ${size} - 1) block`.execute(db)
}
