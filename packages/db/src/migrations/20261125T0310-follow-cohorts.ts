import { type Kysely, sql } from 'kysely'
import { guardTable } from './guard-table.ts'

// How far the pledges of a meeting were signed and paid 6, 12, 24 and 48 months after it. A pledge counts up to what was
// announced, at the dollars of the announcement, so that neither exchange rates nor increases hide what did not come.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table pledge_milestone (
      pledge_id uuid not null references pledge (id),
      months integer not null check (months in (6, 12, 24, 48)),
      meeting_id uuid not null references meeting (id),
      announced_minor bigint not null check (announced_minor > 0),
      announced_usd bigint not null check (announced_usd >= 0),
      formalised_minor bigint not null default 0,
      received_minor bigint not null default 0,
      formalised_usd bigint not null generated always as (round(
        announced_usd::numeric * greatest(0, least(formalised_minor, announced_minor)) / announced_minor)::bigint) stored,
      received_usd bigint not null generated always as (round(
        announced_usd::numeric * greatest(0, least(received_minor, announced_minor)) / announced_minor)::bigint) stored,
      primary key (pledge_id, months)
    )`.execute(db)
  await sql`
    create table cohort_tally (
      meeting_id uuid not null references meeting (id),
      months integer not null check (months in (6, 12, 24, 48)),
      pledges integer not null,
      announced_usd bigint not null,
      formalised_usd bigint not null,
      received_usd bigint not null,
      primary key (meeting_id, months)
    )`.execute(db)
  for (const table of ['pledge_milestone', 'cohort_tally']) {
    await guardTable(db, table)
    await sql`grant select on ${sql.table(table)} to concert_app`.execute(db)
    await sql`
      create policy read on ${sql.table(table)} for select to concert_app
      using ((select actor_has('fund_manager')))`.execute(db)
  }
  await followMilestones(db)
  await followTheJournal(db)
  await backfill(db)

  // Anyone may know the total of three donors or more. All donors who are not named count as one.
  await sql`
    create function public_cohorts()
    returns table (slug text, starts_on date, months integer, pledges integer, donors integer, announced_usd bigint,
      formalised_usd bigint, received_usd bigint)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp begin atomic
      select m.slug, m.starts_on, t.months, t.pledges, d.donors, t.announced_usd, t.formalised_usd, t.received_usd
      from cohort_tally t join meeting m on m.id = t.meeting_id
      cross join lateral (
        select count(distinct coalesce(p.donor_id::text, 'anonymous'))::integer as donors
        from public_pledge p where p.meeting_id = m.id and p.kind = 'money') d
      where d.donors >= 3 and m.starts_on is not null
      order by m.starts_on, t.months;
    end`.execute(db)
}

async function followMilestones(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function keep_cohort_tally() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      insert into cohort_tally as t (meeting_id, months, pledges, announced_usd, formalised_usd, received_usd)
      select meeting_id, months, sum(sign)::integer, sum(sign * announced_usd), sum(sign * formalised_usd),
        sum(sign * received_usd)
      from (
        select 1 as sign, n.* from new_rows n where n.announced_usd > 0
        union all
        select -1, o.* from old_rows o where o.announced_usd > 0
      ) changed
      group by 1, 2 order by 1, 2
      on conflict (meeting_id, months) do update set
        pledges = t.pledges + excluded.pledges, announced_usd = t.announced_usd + excluded.announced_usd,
        formalised_usd = t.formalised_usd + excluded.formalised_usd, received_usd = t.received_usd + excluded.received_usd;
      return null;
    end $$`.execute(db)
  await sql`
    create function open_cohort_tally() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      insert into cohort_tally as t (meeting_id, months, pledges, announced_usd, formalised_usd, received_usd)
      select meeting_id, months, count(*)::integer, sum(announced_usd), sum(formalised_usd), sum(received_usd)
      from new_rows where announced_usd > 0
      group by 1, 2 order by 1, 2
      on conflict (meeting_id, months) do update set
        pledges = t.pledges + excluded.pledges, announced_usd = t.announced_usd + excluded.announced_usd,
        formalised_usd = t.formalised_usd + excluded.formalised_usd, received_usd = t.received_usd + excluded.received_usd;
      return null;
    end $$`.execute(db)
  await sql`
    create trigger keep_tally after update on pledge_milestone referencing old table as old_rows new table as new_rows
    for each statement execute function keep_cohort_tally()`.execute(db)
  await sql`
    create trigger open_tally after insert on pledge_milestone referencing new table as new_rows
    for each statement execute function open_cohort_tally()`.execute(db)
}

/** `announced` is the first announcement alone; what came in counts from the day on which it came in. */
const told = sql`
  select l.pledge_id, p.meeting_id, m.starts_on,
    case when l.account = 'receivable' then y.received_on else e.value_date end as "on",
    case when l.account = 'announced' then l.amount_minor else 0 end as announced_minor,
    case when l.account = 'announced' then l.usd_minor else 0 end as announced_usd,
    case when l.account = 'pledge_income' then -l.amount_minor else 0 end as formalised_minor,
    case when l.account = 'receivable' then -l.amount_minor else 0 end as received_minor`
const from = sql`
  join journal_entry e on e.number = l.entry_number left join journal_entry o on o.number = e.reverses
  join pledge p on p.id = l.pledge_id
  join meeting m on m.id = p.meeting_id
  left join payment y on y.id = l.payment_id
  where m.starts_on is not null and (
    l.account = 'announced' and coalesce(o.kind, e.kind) = 'pledge_announced'
    or l.account = 'pledge_income' or l.account = 'receivable' and l.payment_id is not null)`

async function followTheJournal(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function keep_cohorts() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      insert into pledge_milestone (pledge_id, months, meeting_id, announced_minor, announced_usd)
      select t.pledge_id, k.months, t.meeting_id, t.announced_minor, t.announced_usd
      from (${told} from new_lines l ${from}) t
      cross join (values (6), (12), (24), (48)) k (months)
      where t.announced_minor > 0;

      update pledge_milestone s set
        announced_usd = s.announced_usd + d.announced_usd,
        formalised_minor = s.formalised_minor + d.formalised_minor,
        received_minor = s.received_minor + d.received_minor
      from (
        select t.pledge_id, k.months,
          coalesce(sum(t.announced_usd) filter (where t.announced_minor < 0), 0)::bigint as announced_usd,
          coalesce(sum(t.formalised_minor) filter (where t."on" <= t.starts_on + make_interval(months => k.months)), 0)::bigint
            as formalised_minor,
          coalesce(sum(t.received_minor) filter (where t."on" <= t.starts_on + make_interval(months => k.months)), 0)::bigint
            as received_minor
        from (${told} from new_lines l ${from}) t
        cross join (values (6), (12), (24), (48)) k (months)
        group by 1, 2
      ) d
      where s.pledge_id = d.pledge_id and s.months = d.months
        and (d.announced_usd, d.formalised_minor, d.received_minor) <> (0, 0, 0);
      return null;
    end $$`.execute(db)
  await sql`
    create trigger keep_cohorts after insert on journal_line referencing new table as new_lines
    for each statement execute function keep_cohorts()`.execute(db)
}

async function backfill(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into pledge_milestone
      (pledge_id, months, meeting_id, announced_minor, announced_usd, formalised_minor, received_minor)
    select t.pledge_id, k.months, t.meeting_id, max(t.announced_minor),
      sum(t.announced_usd)::bigint,
      coalesce(sum(t.formalised_minor) filter (where t."on" <= t.starts_on + make_interval(months => k.months)), 0)::bigint,
      coalesce(sum(t.received_minor) filter (where t."on" <= t.starts_on + make_interval(months => k.months)), 0)::bigint
    from (${told} from journal_line l ${from}) t
    cross join (values (6), (12), (24), (48)) k (months)
    group by 1, 2, 3 having max(t.announced_minor) > 0`.execute(db)
}
