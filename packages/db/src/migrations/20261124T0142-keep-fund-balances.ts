import { type Kysely, sql } from 'kysely'

// What pages and charts read is kept by the entry that changes it, so that nothing scans the journal. Every posting
// holds the journal's lock, so these rows are never changed by two at once.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table pledge_balance (
      pledge_id uuid primary key references pledge (id),
      announced_minor bigint not null default 0 check (announced_minor >= 0),
      announced_usd bigint not null default 0 check (announced_usd >= 0),
      formalised_minor bigint not null default 0 check (formalised_minor >= 0),
      formalised_usd bigint not null default 0,
      conditional_minor bigint not null default 0 check (conditional_minor >= 0),
      conditional_usd bigint not null default 0 check (conditional_usd >= 0),
      receivable_minor bigint not null default 0 check (receivable_minor >= 0),
      receivable_usd bigint not null default 0 check (receivable_usd >= 0),
      received_minor bigint not null default 0 check (received_minor >= 0),
      received_usd bigint not null default 0 check (received_usd >= 0),
      reduced_minor bigint not null default 0 check (reduced_minor >= 0),
      reduced_usd bigint not null default 0,
      written_off_minor bigint not null default 0 check (written_off_minor >= 0),
      written_off_usd bigint not null default 0,
      life text not null generated always as (case
        when receivable_minor + conditional_minor
          + greatest(0, announced_minor - formalised_minor - conditional_minor - reduced_minor) > 0
        then case
          when received_minor > 0 then 'part_received'
          when formalised_minor + conditional_minor > 0 then 'formalised'
          else 'announced' end
        when received_minor > 0 then case
          when reduced_minor > 0 or written_off_minor > 0 then 'closed_partly_fulfilled' else 'received' end
        when written_off_minor > 0 then 'closed_partly_fulfilled'
        else 'withdrawn' end) stored,
      check (receivable_minor > 0 or receivable_usd = 0),
      check (conditional_minor > 0 or conditional_usd = 0)
    )`.execute(db)
  await sql`create index pledge_balance_life on pledge_balance (life)`.execute(db)
  await sql`
    create table payment_balance (
      payment_id uuid primary key references payment (id),
      received_usd bigint not null default 0 check (received_usd >= 0),
      unallocated_minor bigint not null default 0 check (unallocated_minor >= 0),
      unallocated_usd bigint not null default 0 check (unallocated_usd >= 0),
      check (unallocated_minor > 0 or unallocated_usd = 0)
    )`.execute(db)
  await sql`create index payment_balance_open on payment_balance (payment_id) where unallocated_minor > 0`.execute(db)
  await sql`
    create table donor_balance (
      donor_id uuid primary key references donor (id),
      pledges integer not null default 0 check (pledges >= 0),
      announced_usd bigint not null default 0,
      formalised_usd bigint not null default 0,
      received_usd bigint not null default 0,
      outstanding_usd bigint not null default 0,
      unallocated_usd bigint not null default 0
    )`.execute(db)

  // What anyone may see of a pledge, and nothing else. Who is anonymous is not here at all.
  await sql`
    create table public_pledge (
      pledge_id uuid primary key references pledge (id),
      reference text not null unique,
      kind text not null,
      donor_id uuid references donor (id),
      announced_on date not null,
      meeting_id uuid references meeting (id),
      condition text not null,
      earmarking text not null,
      description text,
      valuation_minor bigint,
      valuation_currency text,
      currency text,
      announced_minor bigint not null default 0,
      announced_usd bigint not null default 0,
      formalised_minor bigint not null default 0,
      formalised_usd bigint not null default 0,
      received_minor bigint not null default 0,
      received_usd bigint not null default 0
    )`.execute(db)
  await sql`create index public_pledge_newest on public_pledge (announced_on desc, reference desc)`.execute(db)
  await sql`create index public_pledge_largest on public_pledge (announced_usd desc, reference desc)`.execute(db)
  await sql`create index public_pledge_donor on public_pledge (donor_id, announced_on desc)`.execute(db)
  await sql`create index public_pledge_meeting on public_pledge (meeting_id, announced_on desc)`.execute(db)

  // Outstanding is public as a total only. All anonymous donors share one key.
  await sql`
    create table fund_tally (
      dimension text not null check (dimension in ('total', 'donor', 'year', 'meeting')),
      key text not null,
      announced_usd bigint not null,
      formalised_usd bigint not null,
      received_usd bigint not null,
      outstanding_usd bigint not null check (dimension = 'total' or outstanding_usd = 0),
      pledges integer not null,
      donors integer not null default 0 check (dimension in ('total', 'donor') or donors = 0),
      primary key (dimension, key),
      constraint fund_tally_is_exact check (
        greatest(abs(announced_usd), abs(formalised_usd), abs(received_usd), abs(outstanding_usd)) <= 9007199254740991)
    )`.execute(db)

  await openBalances(db)
  await followTheJournal(db)
}

async function openBalances(db: Kysely<unknown>): Promise<void> {
  const opening = async (table: string, statements: string) => {
    await sql`
      create function ${sql.raw(`open_${table}_balance`)}() returns trigger language plpgsql
      security definer set search_path = pg_catalog, public, pg_temp as $$
      begin
        ${sql.raw(statements)}
        return null;
      end $$`.execute(db)
    await sql`
      create trigger open_balance after insert on ${sql.table(table)}
      for each row execute function ${sql.raw(`open_${table}_balance`)}()`.execute(db)
  }
  await opening('donor', 'insert into donor_balance (donor_id) values (new.id);')
  await opening('payment', 'insert into payment_balance (payment_id) values (new.id);')
  await opening(
    'pledge',
    `if new.kind = 'money' then
          insert into pledge_balance (pledge_id) values (new.id);
        end if;
        insert into public_pledge (pledge_id, reference, kind, donor_id, announced_on, meeting_id, condition, earmarking,
          description, valuation_minor, valuation_currency, currency)
        select new.id, new.reference, new.kind, case when not donor.anonymous then donor.id end, new.announced_on,
          new.meeting_id, new.condition, new.earmarking, new.description, new.valuation_minor, new.valuation_currency,
          new.currency
        from donor where donor.id = new.donor_id;`,
  )
}

async function followTheJournal(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function follow_pledge_balance() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      update public_pledge set
        announced_minor = new.announced_minor, announced_usd = new.announced_usd,
        formalised_minor = new.formalised_minor, formalised_usd = new.formalised_usd,
        received_minor = new.received_minor, received_usd = new.received_usd
      where pledge_id = new.pledge_id;
      return null;
    end $$`.execute(db)
  await sql`
    create trigger follow after update on pledge_balance for each row
    when (
      (old.announced_minor, old.announced_usd, old.formalised_minor, old.formalised_usd, old.received_minor, old.received_usd)
      is distinct from
      (new.announced_minor, new.announced_usd, new.formalised_minor, new.formalised_usd, new.received_minor, new.received_usd))
    execute function follow_pledge_balance()`.execute(db)

  await sql`
    create function count_announcing_donors() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      update fund_tally t set donors = t.donors + case when new.pledges > 0 then 1 else -1 end
      from donor d
      where d.id = new.donor_id and (t.dimension, t.key) in (
        ('total', 'all'), ('donor', case when d.anonymous then 'anonymous' else d.id::text end));
      return null;
    end $$`.execute(db)
  await sql`
    create trigger count_donors after update on donor_balance for each row
    when ((old.pledges = 0) <> (new.pledges = 0)) execute function count_announcing_donors()`.execute(db)

  await sql`
    create function keep_fund_balances() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      if exists (
        select from new_lines l
        left join pledge p on p.id = l.pledge_id
        left join payment m on m.id = l.payment_id
        left join bank_account b on b.id = l.bank_account_id
        where case
          when l.account in ('announced', 'conditional', 'receivable', 'pledge_income', 'promises') and l.pledge_id is not null
            then l.currency is distinct from p.currency
          when l.account = 'unallocated' then l.currency <> m.currency
          when l.account = 'cash' then l.currency <> b.currency
          else false end
      ) then
        raise exception 'a line is not in the currency of what it is about' using errcode = 'check_violation';
      end if;

      update pledge_balance b set
        announced_minor = b.announced_minor + d.announced_minor, announced_usd = b.announced_usd + d.announced_usd,
        formalised_minor = b.formalised_minor + d.formalised_minor, formalised_usd = b.formalised_usd + d.formalised_usd,
        conditional_minor = b.conditional_minor + d.conditional_minor, conditional_usd = b.conditional_usd + d.conditional_usd,
        receivable_minor = b.receivable_minor + d.receivable_minor, receivable_usd = b.receivable_usd + d.receivable_usd,
        received_minor = b.received_minor + d.received_minor, received_usd = b.received_usd + d.received_usd,
        reduced_minor = b.reduced_minor + d.reduced_minor, reduced_usd = b.reduced_usd + d.reduced_usd,
        written_off_minor = b.written_off_minor + d.written_off_minor, written_off_usd = b.written_off_usd + d.written_off_usd
      from (
        select l.pledge_id,
          coalesce(sum(l.amount_minor) filter (where l.account = 'announced'), 0)::bigint as announced_minor,
          coalesce(sum(l.usd_minor) filter (where l.account = 'announced'), 0)::bigint as announced_usd,
          coalesce(-sum(l.amount_minor) filter (where l.account = 'pledge_income'), 0)::bigint as formalised_minor,
          coalesce(-sum(l.usd_minor) filter (where l.account = 'pledge_income'), 0)::bigint as formalised_usd,
          coalesce(sum(l.amount_minor) filter (where l.account = 'conditional'), 0)::bigint as conditional_minor,
          coalesce(sum(l.usd_minor) filter (where l.account = 'conditional'), 0)::bigint as conditional_usd,
          coalesce(sum(l.amount_minor) filter (where l.account = 'receivable'), 0)::bigint as receivable_minor,
          coalesce(sum(l.usd_minor) filter (where l.account = 'receivable'), 0)::bigint as receivable_usd,
          coalesce(-sum(l.amount_minor) filter (where l.account = 'receivable' and l.payment_id is not null), 0)::bigint
            as received_minor,
          coalesce(sum(l.usd_minor) filter (where l.account = 'unallocated'), 0)::bigint as received_usd,
          coalesce(sum(l.amount_minor) filter (where l.account = 'pledge_income' and k.lessens), 0)::bigint as reduced_minor,
          coalesce(sum(l.usd_minor) filter (where l.account = 'pledge_income' and k.lessens), 0)::bigint as reduced_usd,
          coalesce(sum(l.amount_minor) filter (where l.account = 'written_off'), 0)::bigint as written_off_minor,
          coalesce(sum(l.usd_minor) filter (where l.account = 'written_off'), 0)::bigint as written_off_usd
        from new_lines l
        join journal_entry e on e.number = l.entry_number left join journal_entry o on o.number = e.reverses
        cross join lateral (select coalesce(o.kind, e.kind) in ('pledge_reduced', 'pledge_withdrawn') as lessens) k
        where l.pledge_id is not null
        group by l.pledge_id
      ) d
      where b.pledge_id = d.pledge_id;

      update instalment i set paid_minor = i.paid_minor + d.paid
      from (
        select instalment_id, -sum(amount_minor)::bigint as paid from new_lines
        where account = 'receivable' and payment_id is not null and instalment_id is not null
        group by instalment_id
      ) d
      where i.id = d.instalment_id;

      update payment_balance b set
        received_usd = b.received_usd + d.received_usd,
        unallocated_minor = b.unallocated_minor + d.unallocated_minor, unallocated_usd = b.unallocated_usd + d.unallocated_usd
      from (
        select l.payment_id,
          coalesce(-sum(l.usd_minor) filter (where coalesce(o.kind, e.kind) = 'payment_received'), 0)::bigint as received_usd,
          -sum(l.amount_minor)::bigint as unallocated_minor,
          -sum(l.usd_minor)::bigint as unallocated_usd
        from new_lines l
        join journal_entry e on e.number = l.entry_number left join journal_entry o on o.number = e.reverses
        where l.account = 'unallocated'
        group by l.payment_id
      ) d
      where b.payment_id = d.payment_id;

      insert into fund_tally as t
        (dimension, key, announced_usd, formalised_usd, received_usd, outstanding_usd, pledges)
      select k.dimension, k.key, sum(k.announced), sum(k.formalised), sum(k.received), sum(k.outstanding), sum(k.pledges)
      from new_lines l
      join journal_entry e on e.number = l.entry_number left join journal_entry o on o.number = e.reverses
      join pledge p on p.id = l.pledge_id
      join donor d on d.id = p.donor_id
      left join payment m on m.id = l.payment_id
      cross join lateral (select
        case when l.account = 'announced' then l.usd_minor else 0 end as announced,
        case when l.account = 'pledge_income' then -l.usd_minor else 0 end as formalised,
        case when l.account = 'unallocated' then l.usd_minor else 0 end as received,
        case when l.account = 'receivable' then l.usd_minor else 0 end as outstanding,
        case when l.account = 'announced' and coalesce(o.kind, e.kind) = 'pledge_announced'
          then sign(l.amount_minor)::integer else 0 end as pledges
      ) v
      cross join lateral (values
        ('total', 'all', v.announced, v.formalised, v.received, v.outstanding, v.pledges),
        ('donor', case when d.anonymous then 'anonymous' else d.id::text end,
          v.announced, v.formalised, v.received, 0, v.pledges),
        ('meeting', p.meeting_id::text, v.announced, v.formalised, v.received, 0, v.pledges),
        ('year', extract(year from e.value_date)::text, v.announced, v.formalised, 0, 0, v.pledges),
        ('year', extract(year from m.received_on)::text, 0, 0, v.received, 0, 0)
      ) k (dimension, key, announced, formalised, received, outstanding, pledges)
      where l.account in ('announced', 'pledge_income', 'unallocated', 'receivable') and k.key is not null
      group by 1, 2 order by 1, 2
      on conflict (dimension, key) do update set
        announced_usd = t.announced_usd + excluded.announced_usd, formalised_usd = t.formalised_usd + excluded.formalised_usd,
        received_usd = t.received_usd + excluded.received_usd, outstanding_usd = t.outstanding_usd + excluded.outstanding_usd,
        pledges = t.pledges + excluded.pledges;

      update donor_balance b set
        pledges = b.pledges + d.pledges, announced_usd = b.announced_usd + d.announced,
        formalised_usd = b.formalised_usd + d.formalised, received_usd = b.received_usd + d.received,
        outstanding_usd = b.outstanding_usd + d.outstanding, unallocated_usd = b.unallocated_usd + d.unallocated
      from (
        select coalesce(p.donor_id, m.donor_id) as donor_id,
          coalesce(sum(sign(l.amount_minor)) filter (
            where l.account = 'announced' and coalesce(o.kind, e.kind) = 'pledge_announced'), 0)::integer as pledges,
          coalesce(sum(l.usd_minor) filter (where l.account = 'announced'), 0)::bigint as announced,
          coalesce(-sum(l.usd_minor) filter (where l.account = 'pledge_income' and p.id is not null), 0)::bigint as formalised,
          coalesce(sum(l.usd_minor) filter (where l.account = 'unallocated' and p.id is not null), 0)::bigint as received,
          coalesce(sum(l.usd_minor) filter (where l.account = 'receivable'), 0)::bigint as outstanding,
          coalesce(-sum(l.usd_minor) filter (where l.account = 'unallocated'), 0)::bigint as unallocated
        from new_lines l
        join journal_entry e on e.number = l.entry_number left join journal_entry o on o.number = e.reverses
        left join pledge p on p.id = l.pledge_id
        left join payment m on m.id = l.payment_id
        where p.id is not null or m.id is not null
        group by 1
      ) d
      where b.donor_id = d.donor_id;
      return null;
    end $$`.execute(db)
  await sql`
    create trigger keep_balances after insert on journal_line referencing new table as new_lines
    for each statement execute function keep_fund_balances()`.execute(db)
}
