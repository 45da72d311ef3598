import { type Kysely, sql } from 'kysely'
import { guardTable } from './guard-table.ts'

// What a statement of any period adds up, kept by every posting: by day and account, and by month for donors and
// meetings, so that it costs the same however long the journal is. `kind` is that of the entry, and for a reversal that
// of what it reverses, so that a receipt that bounced lessens receipts and nothing else, on the reversal's own day.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table journal_day_tally (
      value_date date not null,
      kind text not null,
      account text not null,
      currency text not null,
      amount_minor bigint not null,
      usd_minor bigint not null,
      entries integer not null check (entries > 0),
      primary key (value_date, kind, account, currency),
      constraint journal_day_tally_is_exact check (greatest(abs(amount_minor), abs(usd_minor)) <= 9007199254740991)
    )`.execute(db)
  await sql`
    create table fund_month_tally (
      month date not null check (extract(day from month) = 1),
      dimension text not null check (dimension in ('donor', 'meeting')),
      key text not null,
      announced_usd bigint not null,
      formalised_usd bigint not null,
      received_usd bigint not null,
      outstanding_usd bigint not null,
      primary key (month, dimension, key)
    )`.execute(db)

  for (const table of ['journal_day_tally', 'fund_month_tally']) {
    await guardTable(db, table)
    await sql`grant select on ${sql.table(table)} to concert_app`.execute(db)
    await sql`
      create policy read on ${sql.table(table)} for select to concert_app
      using ((select actor_has('fund_manager')))`.execute(db)
  }

  await sql`
    create function keep_journal_tallies() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      ${addTo('journal_day_tally', 'new_lines')};
      ${addTo('fund_month_tally', 'new_lines')};
      return null;
    end $$`.execute(db)
  await sql`
    create trigger keep_tallies after insert on journal_line referencing new table as new_lines
    for each statement execute function keep_journal_tallies()`.execute(db)
  await addTo('journal_day_tally', 'journal_line').execute(db)
  await addTo('fund_month_tally', 'journal_line').execute(db)
}

function addTo(tally: 'journal_day_tally' | 'fund_month_tally', lines: 'new_lines' | 'journal_line') {
  if (tally === 'journal_day_tally') {
    return sql`
      insert into journal_day_tally as t (value_date, kind, account, currency, amount_minor, usd_minor, entries)
      select e.value_date, coalesce(o.kind, e.kind), l.account, l.currency, sum(l.amount_minor), sum(l.usd_minor),
        count(distinct e.number)
      from ${sql.table(lines)} l
      join journal_entry e on e.number = l.entry_number left join journal_entry o on o.number = e.reverses
      group by 1, 2, 3, 4 order by 1, 2, 3, 4
      on conflict (value_date, kind, account, currency) do update set
        amount_minor = t.amount_minor + excluded.amount_minor, usd_minor = t.usd_minor + excluded.usd_minor,
        entries = t.entries + excluded.entries`
  }
  return sql`
      insert into fund_month_tally as t
        (month, dimension, key, announced_usd, formalised_usd, received_usd, outstanding_usd)
      select date_trunc('month', e.value_date)::date, k.dimension, k.key,
        coalesce(sum(l.usd_minor) filter (where l.account = 'announced'), 0),
        coalesce(-sum(l.usd_minor) filter (where l.account = 'pledge_income'), 0),
        coalesce(sum(l.usd_minor) filter (where l.account = 'unallocated'), 0),
        coalesce(sum(l.usd_minor) filter (where l.account = 'receivable'), 0)
      from ${sql.table(lines)} l
      join journal_entry e on e.number = l.entry_number
      join pledge p on p.id = l.pledge_id
      cross join lateral (values
        ('donor', p.donor_id::text), ('meeting', coalesce(p.meeting_id::text, 'none'))) k (dimension, key)
      where l.account in ('announced', 'pledge_income', 'unallocated', 'receivable')
      group by 1, 2, 3 order by 1, 2, 3
      on conflict (month, dimension, key) do update set
        announced_usd = t.announced_usd + excluded.announced_usd, formalised_usd = t.formalised_usd + excluded.formalised_usd,
        received_usd = t.received_usd + excluded.received_usd, outstanding_usd = t.outstanding_usd + excluded.outstanding_usd`
}
