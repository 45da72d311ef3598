import { type Kysely, sql } from 'kysely'
import { guardTable } from './guard-table.ts'

// The reconciliation as it stands: every document of an extract and every item of the journal, each on one line, and
// what the lines add up to by their two days. Kept by the writes that change it, so that a statement that says how far
// the books are reconciled does not put them beside each other anew.
export async function up(db: Kysely<unknown>): Promise<void> {
  await createLines(db)
  await createTally(db)
  await createItems(db)
  await keepLines(db)
  await sql`select rebuild_reconciliation_lines()`.execute(db)
}

async function createLines(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table reconciliation_line (
      document text,
      entry_number bigint references journal_entry (number),
      kind text not null,
      row_on date,
      here_on date,
      entry_kind text,
      payment_id uuid references payment (id),
      here_minor bigint,
      here_currency text,
      here_usd bigint,
      there_minor bigint,
      there_currency text,
      there_usd bigint,
      on_day date not null generated always as (least(row_on, here_on)) stored,
      state text not null generated always as (case
        when document is null then 'only_here'
        when entry_number is null then 'only_there'
        when here_minor = there_minor and here_currency = there_currency and here_usd = there_usd then 'matched'
        else 'different' end) stored,
      check (num_nulls(document, row_on, there_minor, there_currency, there_usd) in (0, 5)),
      check (num_nulls(entry_number, here_on, entry_kind, here_minor, here_currency, here_usd) in (0, 6)),
      check (document is not null or entry_number is not null)
    )`.execute(db)
  await sql`
    create unique index reconciliation_line_document on reconciliation_line (document) where document is not null`.execute(
    db,
  )
  await sql`
    create unique index reconciliation_line_item on reconciliation_line (entry_number, kind)
    where entry_number is not null`.execute(db)
  await sql`
    create index reconciliation_line_newest on reconciliation_line
    (state, on_day desc, entry_number desc nulls last, document)`.execute(db)
  await sql`
    create index reconciliation_line_payment on reconciliation_line (payment_id) where payment_id is not null`.execute(
    db,
  )
  await readByManagers(db, 'reconciliation_line')
}

async function createTally(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table reconciliation_tally (
      kind text not null,
      state text not null,
      row_on date,
      here_on date,
      lines bigint not null check (lines >= 0),
      here_usd bigint not null,
      there_usd bigint not null,
      unique nulls not distinct (kind, state, row_on, here_on)
    )`.execute(db)
  await readByManagers(db, 'reconciliation_tally')
  await sql`
    create function keep_reconciliation_tally() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      insert into reconciliation_tally as t (kind, state, row_on, here_on, lines, here_usd, there_usd)
      select kind, state, row_on, here_on, count(*), coalesce(sum(here_usd), 0), coalesce(sum(there_usd), 0)
      from lines group by 1, 2, 3, 4 order by 1, 2, 3, 4
      on conflict (kind, state, row_on, here_on) do update set lines = t.lines + excluded.lines,
        here_usd = t.here_usd + excluded.here_usd, there_usd = t.there_usd + excluded.there_usd;
      return null;
    end $$`.execute(db)
  // An update, not an insert of less: the check on the count would refuse the row before the conflict is found.
  await sql`
    create function lessen_reconciliation_tally() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      update reconciliation_tally t set lines = t.lines - gone.lines, here_usd = t.here_usd - gone.here_usd,
        there_usd = t.there_usd - gone.there_usd
      from (
        select kind, state, row_on, here_on, count(*) as lines, coalesce(sum(here_usd), 0) as here_usd,
          coalesce(sum(there_usd), 0) as there_usd
        from lines group by 1, 2, 3, 4
      ) gone
      where (t.kind, t.state) = (gone.kind, gone.state) and t.row_on is not distinct from gone.row_on
        and t.here_on is not distinct from gone.here_on;
      return null;
    end $$`.execute(db)
  await sql`
    create trigger add_to_tally after insert on reconciliation_line referencing new table as lines
    for each statement execute function keep_reconciliation_tally()`.execute(db)
  await sql`
    create trigger take_from_tally after delete on reconciliation_line referencing old table as lines
    for each statement execute function lessen_reconciliation_tally()`.execute(db)
}

/** As `itemSources` of the domain says; what was reversed is no item, and neither is its reversal. */
async function createItems(db: Kysely<unknown>): Promise<void> {
  await sql`
    create view reconciliation_item with (security_invoker = true) as
    select e.number as entry_number, e.kind as entry_kind, s.kind, e.value_date as here_on, l.payment_id,
      (case when s.kind = 'EXCHANGE_DIFFERENCE' then sum(l.usd_minor) else sum(l.amount_minor) end * s.sign)::bigint
        as here_minor,
      case when s.kind = 'EXCHANGE_DIFFERENCE' then 'USD' else min(l.currency) end as here_currency,
      (sum(l.usd_minor) * s.sign)::bigint as here_usd
    from (values
      ('payment_received', 'unallocated', -1, 'CONTRIBUTION'),
      ('payment_received', 'bank_charges', 1, 'BANK_CHARGE'),
      ('payment_refunded', 'cash', -1, 'DONOR_REFUND'),
      ('grant_disbursed', 'cash', -1, 'DISBURSEMENT'),
      ('grant_refunded', 'cash', 1, 'GRANTEE_REFUND'),
      ('support_cost_charged', 'support_cost', 1, 'SUPPORT_COST'),
      ('interest_received', 'interest', -1, 'INTEREST'),
      ('bank_converted', 'fx_difference', -1, 'EXCHANGE_DIFFERENCE'),
      ('period_closed', 'fx_difference', -1, 'EXCHANGE_DIFFERENCE')) as s (entry, account, sign, kind)
    join journal_entry e on e.kind = s.entry
    join journal_line l on l.entry_number = e.number and l.account = s.account
    where not exists (select from journal_entry r where r.reverses = e.number)
    group by e.number, e.kind, s.kind, s.sign, e.value_date, l.payment_id
    having sum(l.usd_minor) <> 0 or sum(l.amount_minor) <> 0`.execute(db)
}

const columns = sql`(document, entry_number, kind, row_on, here_on, entry_kind, payment_id, here_minor, here_currency,
  here_usd, there_minor, there_currency, there_usd)`

/** Documents and items beside each other, each with what it is matched with, if that stands. */
function besideEachOther(documents: ReturnType<typeof sql>, items: ReturnType<typeof sql>) {
  return sql`
    select d.document, i.entry_number, coalesce(d.kind, i.kind), d.posted_on, i.here_on, i.entry_kind, i.payment_id,
      i.here_minor, i.here_currency, i.here_usd, d.amount_minor, d.currency, d.usd_minor
    from (select * from extract_row d where d.is_newest and ${documents}) d
    left join reconciliation_match k on k.document = d.document and k.kind = d.kind and k.ended_at is null
    full join (select * from reconciliation_item i where ${items}) i
      on i.entry_number = k.entry_number and i.kind = k.kind`
}

async function keepLines(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function rebuild_reconciliation_lines() returns void language plpgsql
    set search_path = pg_catalog, public, pg_temp as $$
    begin
      delete from reconciliation_line;
      delete from reconciliation_tally;
      insert into reconciliation_line ${columns} ${besideEachOther(sql`true`, sql`true`)};
    end $$`.execute(db)
  // With these go the lines that they stood on and those that they are matched with now.
  await sql`
    create function refresh_reconciliation_lines(documents text[], entries bigint[]) returns void language plpgsql
    set search_path = pg_catalog, public, pg_temp as $$
    declare
      all_entries bigint[] := array(
        select unnest(entries)
        union select entry_number from reconciliation_line where document = any (documents) and entry_number is not null
        union select entry_number from reconciliation_match where document = any (documents) and ended_at is null);
      all_documents text[] := array(
        select unnest(documents)
        union select document from reconciliation_line where entry_number = any (all_entries) and document is not null
        union select document from reconciliation_match where entry_number = any (all_entries) and ended_at is null);
    begin
      delete from reconciliation_line where document = any (all_documents) or entry_number = any (all_entries);
      insert into reconciliation_line ${columns}
      ${besideEachOther(sql`d.document = any (all_documents)`, sql`i.entry_number = any (all_entries)`)};
    end $$`.execute(db)
  for (const name of ['rebuild_reconciliation_lines()', 'refresh_reconciliation_lines(text[], bigint[])']) {
    await sql`revoke all on function ${sql.raw(name)} from public`.execute(db)
  }
  await followJournal(db)
  await followExtracts(db)
}

async function followJournal(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function follow_journal_items() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
    declare
      posted bigint[] := array(
        select number from journal_entry where number in (select entry_number from new_lines)
          and kind in ('payment_received', 'payment_refunded', 'grant_disbursed', 'grant_refunded',
            'support_cost_charged', 'interest_received', 'bank_converted', 'period_closed'));
      reversed bigint[] := array(
        select reverses from journal_entry where number in (select entry_number from new_lines) and reverses is not null);
    begin
      if cardinality(posted) > 0 then
        insert into reconciliation_line ${columns}
        select null, entry_number, kind, null, here_on, entry_kind, payment_id, here_minor, here_currency, here_usd,
          null, null, null
        from reconciliation_item where entry_number = any (posted);
      end if;
      if cardinality(reversed) > 0 then perform refresh_reconciliation_lines('{}', reversed); end if;
      return null;
    end $$`.execute(db)
  await sql`
    create trigger follow_items after insert on journal_line referencing new table as new_lines
    for each statement execute function follow_journal_items()`.execute(db)
}

async function followExtracts(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function follow_extract_rows() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      perform refresh_reconciliation_lines(array(select document from rows), '{}');
      return null;
    end $$`.execute(db)
  await sql`
    create function follow_matches() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      perform refresh_reconciliation_lines(array(select document from rows), array(select entry_number from rows));
      return null;
    end $$`.execute(db)
  await sql`
    create trigger follow_rows after insert on extract_row referencing new table as rows
    for each statement execute function follow_extract_rows()`.execute(db)
  await sql`
    create trigger follow_new_matches after insert on reconciliation_match referencing new table as rows
    for each statement execute function follow_matches()`.execute(db)
  await sql`
    create trigger follow_ended_matches after update on reconciliation_match referencing new table as rows
    for each statement execute function follow_matches()`.execute(db)
}

async function readByManagers(db: Kysely<unknown>, table: string): Promise<void> {
  await guardTable(db, table)
  await sql`grant select on ${sql.table(table)} to concert_app`.execute(db)
  await sql`
    create policy read on ${sql.table(table)} for select to concert_app
    using ((select actor_has('fund_manager')))`.execute(db)
}
