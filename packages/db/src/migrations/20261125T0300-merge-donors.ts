import { type Kysely, sql } from 'kysely'
import { guardManagersTable } from './guard-table.ts'

// A donor that turns out to be another one is merged into it: its records and names move, and everything that is kept
// by donor follows to the cent. The journal's lines keep the donor they were booked with.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table donor
      add column merged_into uuid references donor (id),
      add constraint donor_is_another check (merged_into <> id)`.execute(db)
  await sql`create index donor_merged_into on donor (merged_into) where merged_into is not null`.execute(db)
  await sql`
    create table donor_merge (
      id uuid primary key default gen_random_uuid(),
      from_id uuid not null references donor (id),
      into_id uuid not null references donor (id),
      reason text not null check (length(btrim(reason)) between 1 and 500),
      merged_by uuid,
      merged_by_name text not null,
      merged_at timestamptz not null default clock_timestamp(),
      undone_reason text check (length(btrim(undone_reason)) between 1 and 500),
      undone_by uuid,
      undone_by_name text,
      undone_at timestamptz,
      check (from_id <> into_id),
      check ((undone_at is null) = (undone_by_name is null) and (undone_at is null) = (undone_reason is null))
    )`.execute(db)
  await sql`create unique index donor_merge_standing on donor_merge (from_id) where undone_at is null`.execute(db)
  await sql`create index donor_merge_into on donor_merge (into_id)`.execute(db)
  await sql`
    create table donor_split (
      id uuid primary key default gen_random_uuid(),
      from_id uuid not null references donor (id),
      into_id uuid not null references donor (id),
      reason text not null check (length(btrim(reason)) between 1 and 500),
      split_by uuid,
      split_by_name text not null,
      split_at timestamptz not null default clock_timestamp(),
      check (from_id <> into_id)
    )`.execute(db)
  await sql`create index donor_split_from on donor_split (from_id)`.execute(db)
  await sql`create index donor_split_into on donor_split (into_id)`.execute(db)
  await sql`
    create table donor_move (
      merge_id uuid references donor_merge (id),
      split_id uuid references donor_split (id),
      is_back boolean not null default false,
      from_id uuid not null references donor (id),
      into_id uuid not null references donor (id),
      pledge_id uuid references pledge (id),
      payment_id uuid references payment (id),
      name_id uuid references donor_name (id),
      name_role text check (name_role in ('main', 'also')),
      unique nulls not distinct (merge_id, split_id, is_back, pledge_id, payment_id, name_id),
      check (num_nonnulls(merge_id, split_id) = 1),
      check (num_nonnulls(pledge_id, payment_id, name_id) = 1),
      check ((name_id is null) = (name_role is null)),
      check (split_id is null or (not is_back and name_id is null))
    )`.execute(db)
  for (const table of ['donor_merge', 'donor_split', 'donor_move']) await guardManagersTable(db, table)
  for (const table of ['donor_split', 'donor_move']) {
    await sql`
      create trigger ${sql.raw(`${table}_is_append_only`)} before update or delete or truncate on ${sql.table(table)}
      for each statement execute function refuse_change()`.execute(db)
  }
  await sql`
    create trigger donor_merge_is_kept before delete or truncate on donor_merge
    for each statement execute function refuse_change()`.execute(db)
  await sql`grant update (undone_reason, undone_by, undone_by_name, undone_at) on donor_merge to concert_app`.execute(
    db,
  )
  await sql`
    create policy undo on donor_merge for update to concert_app
    using (actor_has('fund_manager')) with check (actor_has('fund_manager'))`.execute(db)
  // What a merge moves is written by the merge itself; only what is split off is chosen.
  await sql`drop policy add on donor_move`.execute(db)
  await sql`
    create policy split_off on donor_move for insert to concert_app
    with check (actor_has('fund_manager') and split_id is not null)`.execute(db)

  await moveRecords(db)
  await carryOutMerges(db)
  await refuseRecordsOfMergedDonors(db)
}

/** Each row of `donor_move` is carried out when it is written, under the lock under which everything is booked. */
async function moveRecords(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function carry_out_donor_moves() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
    declare
      wanted bigint := (select count(*) from new_moves);
      moved bigint := 0;
      part bigint;
    begin
      perform lock_journal();
      if exists (
        select from new_moves v join donor f on f.id = v.from_id join donor t on t.id = v.into_id
        where f.anonymous <> t.anonymous
      ) then
        raise exception 'a move between a named and an anonymous donor' using errcode = 'check_violation';
      end if;

      update pledge p set donor_id = v.into_id from new_moves v where p.id = v.pledge_id and p.donor_id = v.from_id;
      get diagnostics part = row_count;
      moved := moved + part;
      update payment m set donor_id = v.into_id from new_moves v where m.id = v.payment_id and m.donor_id = v.from_id;
      get diagnostics part = row_count;
      moved := moved + part;
      update donor_name n set donor_id = v.into_id, role = case when v.is_back then v.name_role else 'also' end
      from new_moves v where n.id = v.name_id and n.donor_id = v.from_id;
      get diagnostics part = row_count;
      moved := moved + part;
      if moved <> wanted then
        raise exception 'a record is not of the donor from whom it moves' using errcode = 'check_violation';
      end if;
      if exists (
        select from allocation a
        join pledge p on p.id = a.pledge_id join payment m on m.id = a.payment_id
        where a.undone_by is null and p.donor_id <> m.donor_id and (
          a.pledge_id in (select pledge_id from new_moves) or a.payment_id in (select payment_id from new_moves))
      ) then
        raise exception 'a payment and the pledge that it pays are of one donor' using errcode = 'check_violation';
      end if;

      update public_pledge s set donor_id = v.into_id from new_moves v where s.pledge_id = v.pledge_id and s.donor_id = v.from_id;

      insert into fund_tally as t
        (dimension, key, announced_usd, formalised_usd, received_usd, outstanding_usd, pledges)
      select 'donor', case when d.anonymous then 'anonymous' else d.id::text end, sum(s.sign * b.announced_usd),
        sum(s.sign * b.formalised_usd), sum(s.sign * b.received_usd), 0, sum(s.sign * c.announced)
      from new_moves v
      join pledge_balance b on b.pledge_id = v.pledge_id
      cross join lateral announcements_of(v.pledge_id) c (announced)
      cross join lateral (values (v.from_id, -1), (v.into_id, 1)) s (donor_id, sign)
      join donor d on d.id = s.donor_id
      group by 1, 2 order by 1, 2
      on conflict (dimension, key) do update set
        announced_usd = t.announced_usd + excluded.announced_usd, formalised_usd = t.formalised_usd + excluded.formalised_usd,
        received_usd = t.received_usd + excluded.received_usd, pledges = t.pledges + excluded.pledges;

      insert into fund_month_tally as t
        (month, dimension, key, announced_usd, formalised_usd, received_usd, outstanding_usd)
      select date_trunc('month', e.value_date)::date, 'donor', s.donor_id::text,
        coalesce(sum(s.sign * l.usd_minor) filter (where l.account = 'announced'), 0),
        coalesce(-sum(s.sign * l.usd_minor) filter (where l.account = 'pledge_income'), 0),
        coalesce(sum(s.sign * l.usd_minor) filter (where l.account = 'unallocated'), 0),
        coalesce(sum(s.sign * l.usd_minor) filter (where l.account = 'receivable'), 0)
      from new_moves v
      join journal_line l on l.pledge_id = v.pledge_id
      join journal_entry e on e.number = l.entry_number
      cross join lateral (values (v.from_id, -1), (v.into_id, 1)) s (donor_id, sign)
      where l.account in ('announced', 'pledge_income', 'unallocated', 'receivable')
      group by 1, 2, 3 order by 1, 2, 3
      on conflict (month, dimension, key) do update set
        announced_usd = t.announced_usd + excluded.announced_usd, formalised_usd = t.formalised_usd + excluded.formalised_usd,
        received_usd = t.received_usd + excluded.received_usd, outstanding_usd = t.outstanding_usd + excluded.outstanding_usd;

      -- The donors who announced are counted by the trigger on these rows.
      update donor_balance b set
        pledges = b.pledges + d.pledges, announced_usd = b.announced_usd + d.announced,
        formalised_usd = b.formalised_usd + d.formalised, received_usd = b.received_usd + d.received,
        outstanding_usd = b.outstanding_usd + d.outstanding, unallocated_usd = b.unallocated_usd + d.unallocated
      from (
        select s.donor_id, coalesce(sum(s.sign * c.announced), 0)::integer as pledges,
          coalesce(sum(s.sign * p.announced_usd), 0)::bigint as announced,
          coalesce(sum(s.sign * p.formalised_usd), 0)::bigint as formalised,
          coalesce(sum(s.sign * p.received_usd), 0)::bigint as received,
          coalesce(sum(s.sign * p.receivable_usd), 0)::bigint as outstanding,
          coalesce(sum(s.sign * m.unallocated_usd), 0)::bigint as unallocated
        from new_moves v
        left join pledge_balance p on p.pledge_id = v.pledge_id
        left join payment_balance m on m.payment_id = v.payment_id
        cross join lateral announcements_of(v.pledge_id) c (announced)
        cross join lateral (values (v.from_id, -1), (v.into_id, 1)) s (donor_id, sign)
        group by s.donor_id
      ) d
      where b.donor_id = d.donor_id;

      delete from fund_tally t using (select distinct from_id from new_moves) v
      where t.dimension = 'donor' and t.key = v.from_id::text
        and not exists (select from pledge p where p.donor_id = v.from_id and p.kind = 'money');
      delete from fund_month_tally t using (select distinct from_id from new_moves) v
      where t.dimension = 'donor' and t.key = v.from_id::text and not exists (
        select from pledge p join journal_line l on l.pledge_id = p.id join journal_entry e on e.number = l.entry_number
        where p.donor_id = v.from_id and l.account in ('announced', 'pledge_income', 'unallocated', 'receivable')
          and e.value_date >= t.month and e.value_date < t.month + interval '1 month');
      return null;
    end $$`.execute(db)
  // 1 for a pledge of money whose announcement stands, else 0: the number of pledges as the journal counts it.
  await sql`
    create function announcements_of(wanted uuid) returns bigint
    language sql stable security definer set search_path = pg_catalog, public, pg_temp begin atomic
      select coalesce(sum(sign(l.amount_minor)), 0)::bigint
      from journal_line l join journal_entry e on e.number = l.entry_number left join journal_entry o on o.number = e.reverses
      where l.pledge_id = wanted and l.account = 'announced' and coalesce(o.kind, e.kind) = 'pledge_announced';
    end`.execute(db)
  await sql`revoke execute on function announcements_of from public`.execute(db)
  await sql`
    create trigger carry_out after insert on donor_move referencing new table as new_moves
    for each statement execute function carry_out_donor_moves()`.execute(db)
}

/** A merge moves all there is, and undoing it moves back just that. */
async function carryOutMerges(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function carry_out_donor_merge() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      perform lock_journal();
      if exists (select from donor where id = new.into_id and merged_into is not null)
        or exists (select from donor where merged_into = new.from_id) then
        raise exception 'a donor is merged into one that stands for itself, once' using errcode = 'check_violation';
      end if;
      if exists (
        select from donor f join donor t on t.id = new.into_id where f.id = new.from_id and f.anonymous <> t.anonymous
      ) then
        raise exception 'a named and an anonymous donor' using errcode = 'check_violation';
      end if;
      update donor set merged_into = new.into_id where id = new.from_id;
      insert into donor_move (merge_id, from_id, into_id, pledge_id, payment_id, name_id, name_role)
      select new.id, new.from_id, new.into_id, r.pledge_id, r.payment_id, r.name_id, r.name_role
      from (
        select id as pledge_id, null::uuid as payment_id, null::uuid as name_id, null as name_role
        from pledge where donor_id = new.from_id
        union all
        select null, id, null, null from payment where donor_id = new.from_id
        union all
        -- A name by which the other one goes already stays behind.
        select null, null, n.id, n.role from (
          select distinct on (language, name, since) * from donor_name where donor_id = new.from_id
          order by language, name, since, role = 'main' desc
        ) n
        where not exists (
          select from donor_name k where k.donor_id = new.into_id and k.role = 'also' and k.language = n.language
            and k.name = n.name and k.since is not distinct from n.since)
      ) r;
      return null;
    end $$`.execute(db)
  await sql`
    create trigger carry_out after insert on donor_merge
    for each row execute function carry_out_donor_merge()`.execute(db)
  await sql`
    create function carry_out_donor_merge_undone() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      perform lock_journal();
      if old.undone_at is not null or new.undone_at is null then
        raise exception 'a merge is undone once' using errcode = 'restrict_violation';
      end if;
      update donor set merged_into = null where id = new.from_id;
      insert into donor_move (merge_id, is_back, from_id, into_id, pledge_id, payment_id, name_id, name_role)
      select merge_id, true, into_id, from_id, pledge_id, payment_id, name_id, name_role
      from donor_move where merge_id = new.id and not is_back;
      return null;
    end $$`.execute(db)
  await sql`
    create trigger carry_out_undone after update on donor_merge
    for each row execute function carry_out_donor_merge_undone()`.execute(db)
}

async function refuseRecordsOfMergedDonors(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function refuse_merged_donor() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      perform lock_journal();
      if exists (select from donor where id = new.donor_id and merged_into is not null) then
        raise exception 'donor % was merged into another', new.donor_id using errcode = 'check_violation';
      end if;
      return new;
    end $$`.execute(db)
  for (const table of ['pledge', 'payment']) {
    await sql`
      create trigger refuse_merged_donor before insert on ${sql.table(table)}
      for each row execute function refuse_merged_donor()`.execute(db)
  }
}
