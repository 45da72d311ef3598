import { sql } from 'kysely'
import type { Db } from './client.ts'
import { namesOf } from './journal-checks.ts'

// What each booking had to keep to at its moment, found again from the lines: see docs/invariants.md.

/** Reversals that are no exact opposite, reverse a reversal, or left allocations of their payment standing. */
export function findInexactReversals(db: Db): Promise<string[]> {
  return namesOf(
    db,
    sql`
      with reversals as (select number, reverses from journal_entry where reverses is not null),
      told as (
        select r.number, l.account, l.bank_account_id, l.currency, l.pledge_id, l.payment_id, l.grant_id,
          l.donor_id, l.instalment_id, l.rate, l.rate_date, l.amount_minor, l.usd_minor
        from reversals r join journal_line l on l.entry_number = r.number
        union all
        select r.number, l.account, l.bank_account_id, l.currency, l.pledge_id, l.payment_id, l.grant_id,
          l.donor_id, l.instalment_id, l.rate, l.rate_date, l.amount_minor, l.usd_minor
        from reversals r join journal_line l on l.entry_number = r.reverses
      )
      select distinct number::text as name from (
        select number from told
        group by number, account, bank_account_id, currency, pledge_id, payment_id, grant_id, donor_id, instalment_id,
          rate, rate_date, abs(amount_minor), abs(usd_minor)
        having sum(amount_minor) <> 0 or sum(usd_minor) <> 0
      ) inexact
      union all
      select r.number::text from reversals r join journal_entry o on o.number = r.reverses
      where o.reverses is not null or o.number > r.number
      union all
      select m.reference from payment m join allocation a on a.payment_id = m.id and a.undone_by is null
      where m.reversed_by is not null`,
  )
}

/** Entries of kinds that two officers sign which lack a confirmed request of two different people. */
export function findUnsignedEntries(db: Db): Promise<string[]> {
  return namesOf(
    db,
    sql`
      select e.number::text as name from journal_entry e left join second_signature s on s.id = e.second_signature_id
      where e.kind in ('pledge_written_off', 'entry_reversed', 'grant_awarded')
        and (s.state is distinct from 'confirmed' or s.decided_by is not distinct from s.asked_by)`,
  )
}

/**
 * Pledges, payments and grants of which more was written off, allocated, refunded or disbursed than was there at that
 * moment, in the order of booking.
 */
export function findOverdrawnSubjects(db: Db): Promise<string[]> {
  return namesOf(
    db,
    sql`
      select distinct name from (
        select coalesce(p.reference, m.reference, l.subject::text) as name, l.stands from (
          select account, subject, sum(sum(amount)) over (partition by account, subject order by entry_number) as stands
          from (
            select entry_number, account,
              case account when 'receivable' then pledge_id when 'unallocated' then payment_id else grant_id end as subject,
              case account when 'receivable' then amount_minor else -amount_minor end as amount
            from journal_line where account in ('receivable', 'unallocated', 'grants_payable')
          ) moved group by account, subject, entry_number
        ) l
        left join pledge p on l.account = 'receivable' and p.id = l.subject
        left join payment m on l.account = 'unallocated' and m.id = l.subject
        where l.stands < 0
      ) overdrawn`,
  )
}

/** Unreversed payments that share a bank reference, or look like an earlier one without a reason. */
export function findMistakablePayments(db: Db, days: number): Promise<string[]> {
  return namesOf(
    db,
    sql`
      select string_agg(reference, ' = ' order by reference) as name from payment
      where bank_reference is not null and reversed_by is null
      group by bank_account_id, bank_reference having count(*) > 1
      union all
      select m.reference from payment m
      where m.bank_reference is null and m.look_alike_reason is null and m.reversed_by is null and exists (
        select from payment o
        where o.donor_id = m.donor_id and o.amount_minor = m.amount_minor and o.currency = m.currency
          and o.received_on between m.received_on - ${days}::integer and m.received_on + ${days}::integer
          and o.reversed_by is null and (o.created_at, o.reference) < (m.created_at, m.reference))`,
  )
}

/** Entries that were booked into a period after it was closed. */
export function findEntriesInClosedPeriods(db: Db): Promise<string[]> {
  return namesOf(
    db,
    sql`
      select distinct e.number::text as name from closed_period c
      join journal_entry e on e.value_date <= c.until_on and e.booked_at > c.closed_at`,
  )
}

/** Entries in which a promise stands against money: promises are no asset and balance among themselves. */
export function findPromisesAgainstMoney(db: Db): Promise<string[]> {
  return namesOf(
    db,
    sql`
      select distinct entry_number::text as name from (
        select entry_number from journal_line where account in ('announced', 'conditional', 'promises')
        group by entry_number, currency having sum(amount_minor) <> 0 or sum(usd_minor) <> 0
      ) mixed`,
  )
}

/**
 * Lines that were booked at a rate and carry none, one that was not in force, or other US cents than it makes. What the
 * bank kept is taken off the cash of a receipt, which may so be a cent off its own rate.
 */
export function findLinesOffTheirRate(
  db: Db,
  decimals: readonly { code: string; decimals: number }[],
  rateDays: number,
): Promise<string[]> {
  return namesOf(
    db,
    sql`
      select distinct l.entry_number || ' ' || l.position as name
      from journal_line l
      join journal_entry e on e.number = l.entry_number
      left join jsonb_to_recordset(${JSON.stringify(decimals)}) as c (code text, decimals integer) on c.code = l.currency
      where l.currency <> 'USD' and l.amount_minor <> 0 and e.reverses is null and case
        when l.rate is null then e.kind in ('pledge_announced', 'pledge_formalised', 'pledge_formalised_conditionally',
          'pledge_increased', 'payment_received', 'interest_received', 'support_cost_charged', 'balance_opened')
        else c.decimals is null or l.rate_date > e.value_date or l.rate_date < e.value_date - ${rateDays}::integer
          or abs(l.usd_minor - round(l.amount_minor * 100 / (l.rate * power(10::numeric, c.decimals))))
            > case when l.account = 'cash' then 1 else 0 end
        end`,
  )
}
