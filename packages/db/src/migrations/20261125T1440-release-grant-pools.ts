import { type Kysely, sql } from 'kysely'
import { guardTable } from './guard-table.ts'

// The money of grants that are not told one by one changes in public at numbered releases alone. What each release tells
// stands in its content; whose money it is, here, for fund managers. What was told before there were releases is told no
// more: nobody recorded of what it was made.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`drop table public_grant_pool`.execute(db)
  await sql`alter table fund_grant add column was_public boolean not null default false`.execute(db)
  await sql`
    update fund_grant set was_public = true
    where reference in (select id from public_grant where visibility = 'public')`.execute(db)
  await sql`grant update (was_public) on fund_grant to concert_app`.execute(db)

  await sql`
    create table grant_pool_member (
      release_number integer not null references people_release (number),
      position integer not null check (position > 0),
      first_call_id uuid not null references grant_call (id),
      last_call_id uuid not null references grant_call (id),
      grant_id uuid not null references fund_grant (id),
      visibility text not null check (visibility in ('region_only', 'withheld')),
      awarded_usd bigint not null,
      disbursed_usd bigint not null,
      primary key (release_number, grant_id)
    )`.execute(db)
  await guardTable(db, 'grant_pool_member')
  await sql`grant select, insert on grant_pool_member to concert_app`.execute(db)
  await sql`
    create policy read on grant_pool_member for select to concert_app
    using ((select actor_has('fund_manager')) or (select actor_is_system()))`.execute(db)
  await sql`
    create policy add on grant_pool_member for insert to concert_app
    with check (actor_is_system() or actor_has('coordinator'))`.execute(db)

  // The one who makes a release works with exact amounts, as with exact counts of people, and is shown none.
  await sql`
    create function grants_to_release() returns table (grants jsonb, history jsonb)
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      if not (actor_is_system() or actor_has('coordinator')) then
        raise exception 'permission denied: grants';
      end if;
      return query select
        (select coalesce(jsonb_agg(jsonb_build_object('grantId', g.id, 'callId', g.call_id, 'visibility', g.visibility,
            'wasPublic', g.was_public, 'awardedUsd', b.awarded_usd - b.cut_usd,
            'disbursedUsd', b.disbursed_usd - b.refunded_usd) order by g.reference), '[]')
          from fund_grant g join grant_balance b on b.grant_id = g.id where b.awarded_minor > 0),
        grant_pools_told();
    end $$`.execute(db)
  await sql`
    create function grant_pools_told() returns jsonb language sql stable set search_path = pg_catalog, public, pg_temp
    begin atomic
      select coalesce(jsonb_agg(coalesce(p.pools, '[]') order by r.number), '[]')
      from people_release r
      left join lateral (
        select jsonb_agg(q.pool order by q.position) as pools from (
          select m.position, jsonb_build_object('position', m.position, 'firstCallId', m.first_call_id,
            'lastCallId', m.last_call_id, 'members', jsonb_agg(jsonb_build_object('grantId', m.grant_id,
              'visibility', m.visibility, 'awardedUsd', m.awarded_usd, 'disbursedUsd', m.disbursed_usd)
              order by m.grant_id)) as pool
          from grant_pool_member m where m.release_number = r.number
          group by m.position, m.first_call_id, m.last_call_id) q) p on true;
    end`.execute(db)

  // A grant that the release that stands counts in a pool is listed, or told whole, from the next release on: nothing is
  // counted twice.
  await sql`
    create function public_grant_waits(listed text) returns boolean
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
      select exists (
        select from fund_grant g join grant_pool_member m on m.grant_id = g.id
        where listed in (g.reference, g.public_id::text)
          and m.release_number = (select max(r.number) from people_release r where r.withdrawn_at is null)
          and (g.visibility = 'public' or m.visibility = 'withheld'));
    end`.execute(db)
  await sql`drop policy read on public_grant`.execute(db)
  await sql`
    create policy read on public_grant for select to concert_app using (
      (select actor_is_system()) or (select actor_has('fund_manager')) or not public_grant_waits(id))`.execute(db)

  // A year that is under way tells nothing of grants that are not public: each change of it would tell one of them.
  await sql`drop function public_statement_cells(integer)`.execute(db)
  await sql`
    create function public_statement_cells(year integer, this_year integer)
    returns table (last_entry bigint, kind text, account text, before_usd bigint, within_usd bigint,
      before_entries bigint, within_entries bigint)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp begin atomic
      with booked as (
        select t.value_date, t.kind, t.account, t.usd_minor, t.entries from journal_day_tally t
        union all
        select e.value_date, coalesce(o.kind, e.kind), l.account, -sum(l.usd_minor), -count(distinct e.number)
        from fund_grant g
        join journal_line l on l.grant_id = g.id
        join journal_entry e on e.number = l.entry_number
        left join journal_entry o on o.number = e.reverses
        where g.visibility <> 'public' and e.value_date >= make_date(this_year, 1, 1)
        group by 1, 2, 3
      )
      select (select coalesce(max(number), 0) from journal_entry), b.kind, b.account,
        coalesce(sum(b.usd_minor) filter (where b.value_date < make_date(year, 1, 1)), 0)::bigint,
        coalesce(sum(b.usd_minor) filter (where b.value_date >= make_date(year, 1, 1)), 0)::bigint,
        coalesce(sum(b.entries) filter (where b.value_date < make_date(year, 1, 1)), 0)::bigint,
        coalesce(sum(b.entries) filter (where b.value_date >= make_date(year, 1, 1)), 0)::bigint
      from booked b
      where b.value_date <= make_date(year, 12, 31) and b.account in ('fund_balance', 'pledge_income', 'interest',
        'grant_expense', 'support_cost', 'bank_charges', 'written_off', 'fx_difference')
      group by b.kind, b.account;
    end`.execute(db)
}
