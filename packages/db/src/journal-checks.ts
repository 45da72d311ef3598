import { type RawBuilder, sql } from 'kysely'
import type { Db } from './client.ts'

// Each finds what contradicts an invariant of the journal, by a calculation of its own from the lines.

export function findUnbalancedEntries(db: Db): Promise<string[]> {
  return namesOf(
    db,
    sql`
      select distinct entry_number::text as name from (
        select entry_number from journal_line group by entry_number, currency having sum(amount_minor) <> 0
        union all
        select entry_number from journal_line group by entry_number
        having sum(usd_minor) <> 0 or sum(usd_minor) filter (where account = 'conversion') <> 0 or count(*) < 2
        union all
        select number from journal_entry e where not exists (select from journal_line l where l.entry_number = e.number)
      ) uneven`,
  )
}

export function findNumberGaps(db: Db): Promise<string[]> {
  return namesOf(
    db,
    sql`
      select number::text as name from (
        select number, row_number() over (order by number) as position from journal_entry
      ) numbered where number <> position`,
  )
}

/** Whether the announcement of pledge `p` was not reversed as a mistake. */
const isAnnounced = sql`not exists (
  select from journal_line l join journal_entry r on r.number = l.entry_number
  join journal_entry o on o.number = r.reverses and o.kind = 'pledge_announced'
  where l.pledge_id = p.id and l.account = 'announced')`

/** Pledges, instalments, payments and donors whose kept balance is not the sum of their lines. */
export function findWrongBalances(db: Db): Promise<string[]> {
  return namesOf(
    db,
    sql`
      with pledged as (
        select p.id, p.reference,
          coalesce(sum(l.amount_minor) filter (where l.account = 'announced'), 0) as announced,
          coalesce(sum(l.usd_minor) filter (where l.account = 'announced'), 0) as announced_usd,
          coalesce(-sum(l.amount_minor) filter (where l.account = 'pledge_income'), 0) as formalised,
          coalesce(-sum(l.usd_minor) filter (where l.account = 'pledge_income'), 0) as formalised_usd,
          coalesce(sum(l.amount_minor) filter (where l.account = 'conditional'), 0) as conditional,
          coalesce(sum(l.usd_minor) filter (where l.account = 'conditional'), 0) as conditional_usd,
          coalesce(sum(l.amount_minor) filter (where l.account = 'receivable'), 0) as receivable,
          coalesce(sum(l.usd_minor) filter (where l.account = 'receivable'), 0) as receivable_usd,
          coalesce(sum(l.usd_minor) filter (where l.account = 'unallocated'), 0) as received_usd
        from pledge p left join journal_line l on l.pledge_id = p.id where p.kind = 'money' group by p.id
      ), settled as (
        select pledge_id, sum(settled_minor) as minor from allocation where undone_by is null group by pledge_id
      )
      select c.reference as name
      from pledged c join pledge_balance b on b.pledge_id = c.id join public_pledge s on s.pledge_id = c.id
      left join settled a on a.pledge_id = c.id
      where (b.announced_minor, b.announced_usd, b.formalised_minor, b.formalised_usd, b.conditional_minor,
          b.conditional_usd, b.receivable_minor, b.receivable_usd, b.received_minor, b.received_usd)
        is distinct from (c.announced, c.announced_usd, c.formalised, c.formalised_usd, c.conditional,
          c.conditional_usd, c.receivable, c.receivable_usd, coalesce(a.minor, 0), c.received_usd)
        or (s.announced_minor, s.announced_usd, s.formalised_minor, s.formalised_usd, s.received_minor, s.received_usd)
        is distinct from (c.announced, c.announced_usd, c.formalised, c.formalised_usd, coalesce(a.minor, 0), c.received_usd)
      union all
      select p.reference || ' ' || i.position from instalment i join pledge p on p.id = i.pledge_id
      where i.paid_minor <> (
        select coalesce(sum(a.settled_minor), 0) from allocation a where a.instalment_id = i.id and a.undone_by is null)
      union all
      select m.reference from payment m join payment_balance b on b.payment_id = m.id
      where b.unallocated_minor <> case when m.reversed_by is null then m.amount_minor else 0 end - (
          select coalesce(sum(a.amount_minor), 0) from allocation a where a.payment_id = m.id and a.undone_by is null
        ) + (
          select coalesce(sum(l.amount_minor), 0) from journal_line l join journal_entry e on e.number = l.entry_number
          left join journal_entry o on o.number = e.reverses
          where l.payment_id = m.id and (l.account = 'pledge_income' and l.pledge_id is null
            or l.account = 'cash' and coalesce(o.kind, e.kind) = 'payment_refunded'))
        or b.unallocated_usd <> (
          select -coalesce(sum(l.usd_minor), 0) from journal_line l where l.payment_id = m.id and l.account = 'unallocated')
      union all
      select d.donor_id::text from donor_balance d
      where (d.announced_usd, d.formalised_usd, d.received_usd, d.outstanding_usd, d.pledges) is distinct from (
          select (coalesce(sum(b.announced_usd), 0)::bigint, coalesce(sum(b.formalised_usd), 0)::bigint,
            coalesce(sum(b.received_usd), 0)::bigint, coalesce(sum(b.receivable_usd), 0)::bigint,
            count(*) filter (where ${isAnnounced})::integer)
          from pledge p join pledge_balance b on b.pledge_id = p.id where p.donor_id = d.donor_id)
        or d.unallocated_usd <> (
          select coalesce(sum(b.unallocated_usd), 0) from payment m join payment_balance b on b.payment_id = m.id
          where m.donor_id = d.donor_id)`,
  )
}

/** Records that no entry speaks of, and entries that speak of none. */
export function findJournalOrphans(db: Db): Promise<string[]> {
  return namesOf(
    db,
    sql`
      select p.reference as name from pledge p where (p.kind = 'money') <> exists (
        select from journal_line l join journal_entry e on e.number = l.entry_number
        where l.pledge_id = p.id and e.kind = 'pledge_announced')
      union all
      select p.reference from pledge p where not exists (select from public_pledge s where s.pledge_id = p.id)
      union all
      select m.reference from payment m where 1 <> (
        select count(distinct e.number) from journal_line l join journal_entry e on e.number = l.entry_number
        where l.payment_id = m.id and e.kind = 'payment_received')
      union all
      select a.id::text from allocation a
      join journal_entry e on e.number = a.entry_number
      left join journal_entry u on u.number = a.undone_by
      where e.kind <> 'payment_allocated' or u.reverses <> e.number
      union all
      select e.number::text from journal_entry e
      where e.kind = 'payment_allocated' and not exists (select from allocation a where a.entry_number = e.number)`,
  )
}

/** Pledges whose instalments do not add up, or are paid beyond what the pledge received. */
export function findUnevenSchedules(db: Db): Promise<string[]> {
  return namesOf(
    db,
    sql`
      select p.reference as name from pledge p
      left join pledge_balance b on b.pledge_id = p.id
      left join lateral (
        select sum(i.amount_minor) as agreed, sum(i.paid_minor) as paid from instalment i where i.pledge_id = p.id) s on true
      where coalesce(s.agreed, 0) <> p.scheduled_minor or coalesce(s.paid, 0) > coalesce(b.received_minor, 0)`,
  )
}

/** Public totals that are not what the journal says. */
export function findWrongFundTallies(db: Db): Promise<string[]> {
  return namesOf(
    db,
    sql`
      with told as (
        select p.meeting_id, d.id as donor_id, d.anonymous, l.account, l.usd_minor,
          extract(year from e.value_date)::text as booked, extract(year from m.received_on)::text as came
        from journal_line l
        join journal_entry e on e.number = l.entry_number
        join pledge p on p.id = l.pledge_id
        join donor d on d.id = p.donor_id
        left join payment m on m.id = l.payment_id
        where l.account in ('announced', 'pledge_income', 'unallocated', 'receivable')
      ), keyed as (
        select 'total' as dimension, 'all' as key, account, usd_minor from told
        union all
        select 'donor', case when anonymous then 'anonymous' else donor_id::text end, account, usd_minor from told
        union all
        select 'meeting', meeting_id::text, account, usd_minor from told where meeting_id is not null
        union all
        select 'year', case when account = 'unallocated' then came else booked end, account, usd_minor from told
      ), summed as (
        select dimension, key,
          coalesce(sum(usd_minor) filter (where account = 'announced'), 0) as announced,
          coalesce(-sum(usd_minor) filter (where account = 'pledge_income'), 0) as formalised,
          coalesce(sum(usd_minor) filter (where account = 'unallocated'), 0) as received,
          coalesce(sum(usd_minor) filter (where account = 'receivable' and dimension = 'total'), 0) as outstanding
        from keyed group by dimension, key
      )
      select coalesce(t.dimension, s.dimension) || ' ' || coalesce(t.key, s.key) as name
      from summed s full join fund_tally t on t.dimension = s.dimension and t.key = s.key
      where (t.announced_usd, t.formalised_usd, t.received_usd, t.outstanding_usd)
        is distinct from (s.announced, s.formalised, s.received, s.outstanding)
      union all
      select 'total donors' from fund_tally t where t.dimension = 'total'
        and (t.pledges, t.donors) is distinct from (
          select (count(*)::integer, count(distinct p.donor_id)::integer) from pledge p
          where p.kind = 'money' and ${isAnnounced})`,
  )
}

/** The names that a query finds, in their order. */
export async function namesOf(db: Db, query: RawBuilder<unknown>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`${query} order by 1`.execute(db)
  return rows.map((row) => row.name)
}
