import { type Kysely, sql } from 'kysely'
import { guardTable } from './guard-table.ts'

/** What each grant was awarded, lost, was paid and gave back, kept by the entry that changes it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table grant_balance (
      grant_id uuid primary key references fund_grant (id),
      awarded_minor bigint not null default 0 check (awarded_minor >= 0),
      awarded_usd bigint not null default 0,
      cut_minor bigint not null default 0 check (cut_minor >= 0),
      cut_usd bigint not null default 0,
      disbursed_minor bigint not null default 0 check (disbursed_minor >= 0),
      disbursed_usd bigint not null default 0,
      payable_minor bigint not null default 0 check (payable_minor >= 0),
      payable_usd bigint not null default 0 check (payable_usd >= 0),
      refunded_minor bigint not null default 0 check (refunded_minor >= 0),
      refunded_usd bigint not null default 0,
      check (payable_minor = awarded_minor - cut_minor - disbursed_minor),
      check (payable_minor > 0 or payable_usd = 0),
      check (refunded_minor <= disbursed_minor)
    )`.execute(db)
  await guardTable(db, 'grant_balance')
  await sql`grant select on grant_balance to concert_app`.execute(db)
  await sql`
    create policy read on grant_balance for select to concert_app
    using ((select actor_has('fund_manager')))`.execute(db)
  await sql`
    create function open_grant_balance() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      insert into grant_balance (grant_id) values (new.id);
      return null;
    end $$`.execute(db)
  await sql`
    create trigger open_balance after insert on fund_grant
    for each row execute function open_grant_balance()`.execute(db)

  await sql`
    alter table journal_line
      add constraint journal_line_grant_id_fkey foreign key (grant_id) references fund_grant (id),
      add constraint journal_line_is_of_a_grant check (account not in ('grants_payable', 'grant_expense') or grant_id is not null)`.execute(
    db,
  )
  await sql`create index journal_line_grant on journal_line (grant_id) where grant_id is not null`.execute(db)

  // `kind` is that of the entry, and for a reversal that of what it reverses.
  await sql`
    create function keep_grant_balances() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      if exists (
        select from new_lines l join fund_grant g on g.id = l.grant_id
        where l.account in ('grants_payable', 'grant_expense') and l.currency <> g.currency
      ) then
        raise exception 'a line is not in the currency of its grant' using errcode = 'check_violation';
      end if;
      update grant_balance b set
        awarded_minor = b.awarded_minor + d.awarded_minor, awarded_usd = b.awarded_usd + d.awarded_usd,
        cut_minor = b.cut_minor + d.cut_minor, cut_usd = b.cut_usd + d.cut_usd,
        disbursed_minor = b.disbursed_minor + d.disbursed_minor, disbursed_usd = b.disbursed_usd + d.disbursed_usd,
        payable_minor = b.payable_minor + d.payable_minor, payable_usd = b.payable_usd + d.payable_usd,
        refunded_minor = b.refunded_minor + d.refunded_minor, refunded_usd = b.refunded_usd + d.refunded_usd
      from (
        select l.grant_id,
          coalesce(sum(l.amount_minor) filter (where k.kind = 'grant_awarded' and l.account = 'grant_expense'), 0)::bigint
            as awarded_minor,
          coalesce(sum(l.usd_minor) filter (where k.kind = 'grant_awarded' and l.account = 'grant_expense'), 0)::bigint
            as awarded_usd,
          coalesce(-sum(l.amount_minor) filter (where k.kind = 'grant_cut' and l.account = 'grant_expense'), 0)::bigint
            as cut_minor,
          coalesce(-sum(l.usd_minor) filter (where k.kind = 'grant_cut' and l.account = 'grant_expense'), 0)::bigint
            as cut_usd,
          coalesce(sum(l.amount_minor) filter (where k.kind = 'grant_disbursed' and l.account = 'grants_payable'), 0)::bigint
            as disbursed_minor,
          coalesce(-sum(l.usd_minor) filter (where k.kind = 'grant_disbursed' and l.account = 'cash'), 0)::bigint
            as disbursed_usd,
          coalesce(-sum(l.amount_minor) filter (where l.account = 'grants_payable'), 0)::bigint as payable_minor,
          coalesce(-sum(l.usd_minor) filter (where l.account = 'grants_payable'), 0)::bigint as payable_usd,
          coalesce(-sum(l.amount_minor) filter (where k.kind = 'grant_refunded' and l.account = 'grant_expense'), 0)::bigint
            as refunded_minor,
          coalesce(-sum(l.usd_minor) filter (where k.kind = 'grant_refunded' and l.account = 'grant_expense'), 0)::bigint
            as refunded_usd
        from new_lines l
        join journal_entry e on e.number = l.entry_number left join journal_entry o on o.number = e.reverses
        cross join lateral (select coalesce(o.kind, e.kind) as kind) k
        where l.grant_id is not null
        group by l.grant_id
      ) d
      where b.grant_id = d.grant_id;
      return null;
    end $$`.execute(db)
  await sql`
    create trigger keep_grant_balances after insert on journal_line referencing new table as new_lines
    for each statement execute function keep_grant_balances()`.execute(db)
}
