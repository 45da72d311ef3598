import { currencies } from '@concert/domain/currencies'
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../src/client.ts'

// The twelve invariants of the journal, each asked of the lines themselves and by itself, so that a reader can go from a
// number to the question. Each answers with what violates it.

export interface JournalInvariant {
  number: number
  find: (db: Db) => Promise<string[]>
}

export const journalInvariants: readonly JournalInvariant[] = [
  { number: 1, find: findEntriesOutOfBalance },
  { number: 2, find: findInexactReversals },
  { number: 3, find: findInexactAmounts },
  { number: 4, find: findWrongOutstanding },
  { number: 5, find: findUnsignedOrExcessive },
  { number: 6, find: findDoubledRequestsAndReceipts },
  { number: 7, find: findUnfrozenRates },
  { number: 8, find: findOverspentGrants },
  { number: 9, find: findEntriesInClosedPeriods },
  { number: 10, find: findNumbersOutOfOrder },
  { number: 11, find: findWrongPublicTotals },
  { number: 12, find: findOverpaid },
]

/** 1. Every entry balances per currency and in US dollars, and its conversion nets to nothing in dollars. */
function findEntriesOutOfBalance(db: Db): Promise<string[]> {
  return namesOf(
    db,
    sql`
      select concat_ws(' ', entry_number, currency) as name from journal_line group by grouping sets
        ((entry_number, currency), (entry_number))
      having case when grouping(currency) = 0 then sum(amount_minor) <> 0
        else sum(usd_minor) <> 0 or coalesce(sum(usd_minor) filter (where account = 'conversion'), 0) <> 0 end`,
  )
}

/**
 * 2. A reversal is exact, once for each entry, of no reversal, and not dated before what it takes back; of a payment that
 * was reversed nothing stands; and the tables refuse every change.
 */
function findInexactReversals(db: Db): Promise<string[]> {
  return namesOf(
    db,
    sql`
      select r.number || ' of ' || o.number as name from journal_entry r join journal_entry o on o.number = r.reverses
      where o.reverses is not null or r.value_date < o.value_date or r.number < o.number
        or exists (select from journal_entry other where other.reverses = o.number and other.number <> r.number)
        or exists (
          select from (select * from journal_line where entry_number = r.number) m
          full join (select * from journal_line where entry_number = o.number) l on l.position = m.position
          where (l.account, l.currency, l.amount_minor, l.usd_minor, l.rate, l.rate_date, l.bank_account_id, l.pledge_id,
              l.payment_id, l.instalment_id)
            is distinct from (m.account, m.currency, -m.amount_minor, -m.usd_minor, m.rate, m.rate_date,
              m.bank_account_id, m.pledge_id, m.payment_id, m.instalment_id))
      union all
      select reference from payment p where p.reversed_by is not null
        and exists (select from allocation a where a.payment_id = p.id and a.undone_by is null)
      union all
      select t.tgrelid::regclass::text from pg_trigger t
      where t.tgname in ('journal_entry_is_append_only', 'journal_line_is_append_only') and t.tgenabled <> 'O'`,
  )
}

/** 3. Every amount is within 10^15, in a known currency, and each rate was applied once, half away from zero. */
function findInexactAmounts(db: Db): Promise<string[]> {
  const known = JSON.stringify(currencies.map(({ code, minorUnits }) => ({ code, decimals: minorUnits })))
  return namesOf(
    db,
    sql`
      with known as (select * from jsonb_to_recordset(${known}) as k (code text, decimals integer))
      select l.entry_number || '/' || l.position as name
      from journal_line l left join known k on k.code = l.currency
      where k.decimals is null or greatest(abs(l.amount_minor), abs(l.usd_minor)) > 1000000000000000
        or l.rate is not null and l.account not in ('cash', 'bank_charges') and l.amount_minor <> 0
          and l.usd_minor <> round(l.amount_minor * 100 / (10::numeric ^ k.decimals * l.rate))
      union all
      select l.entry_number || ' receipt' from journal_line l join known k on k.code = l.currency
      where l.account in ('cash', 'bank_charges') and l.rate is not null and l.amount_minor <> 0
      group by l.entry_number, l.rate, k.decimals
      having sum(l.usd_minor) <> round(sum(l.amount_minor) * 100 / (10::numeric ^ k.decimals * l.rate))`,
  )
}

/** 4. Outstanding is the receivable per pledge, in its currency, and at no entry below zero. */
function findWrongOutstanding(db: Db): Promise<string[]> {
  return namesOf(
    db,
    sql`
      select pledge_id || ' at ' || entry_number as name from (
        select pledge_id, entry_number, sum(sum(amount_minor)) over (partition by pledge_id order by entry_number) as owed
        from journal_line where account = 'receivable' group by pledge_id, entry_number
      ) running where owed < 0
      union all
      select p.reference from pledge p join pledge_balance b on b.pledge_id = p.id
      where (b.receivable_minor, b.receivable_usd) is distinct from (
        select (coalesce(sum(l.amount_minor), 0)::bigint, coalesce(sum(l.usd_minor), 0)::bigint)
        from journal_line l where l.pledge_id = p.id and l.account = 'receivable' and l.currency = p.currency)
        or b.receivable_usd < 0 or b.receivable_minor = 0 and b.receivable_usd <> 0
        or b.announced_minor = 0 and b.announced_usd <> 0 or b.conditional_minor = 0 and b.conditional_usd <> 0`,
  )
}

/** 5. A write-off is at most what was owed, and it, a reversal and an award are confirmed by a second officer. */
function findUnsignedOrExcessive(db: Db): Promise<string[]> {
  return namesOf(
    db,
    sql`
      select e.number::text as name from journal_entry e left join second_signature s on s.id = e.second_signature_id
      where e.kind in ('pledge_written_off', 'entry_reversed', 'grant_awarded')
        and (s.state is distinct from 'confirmed' or s.decided_by = s.asked_by)
      union all
      select l.entry_number::text from journal_line l
      where l.account = 'written_off' and l.amount_minor > (
        select coalesce(sum(o.amount_minor), 0) from journal_line o
        where o.pledge_id = l.pledge_id and o.account = 'receivable' and o.entry_number < l.entry_number)`,
  )
}

/** 6. A key booked once; a bank reference once for each account; a look-alike has its reason. */
function findDoubledRequestsAndReceipts(db: Db): Promise<string[]> {
  return namesOf(
    db,
    sql`
      select e.idempotency_key::text as name from journal_entry e
      where e.idempotency_key is not null
      group by e.idempotency_key having max(e.number) - min(e.number) + 1 <> count(*)
        or not exists (select from idempotency i where i.key = e.idempotency_key)
      union all
      select min(reference) from payment where bank_reference is not null and reversed_by is null
      group by bank_account_id, bank_reference having count(*) > 1
      union all
      select p.reference from payment p join payment o on o.donor_id = p.donor_id and o.currency = p.currency
        and o.amount_minor = p.amount_minor and abs(o.received_on - p.received_on) <= 3
      where p.bank_reference is null and p.look_alike_reason is null and o.reversed_by is null and o.created_at < p.created_at`,
  )
}

/** 7. What is in another currency carries the rate it was booked at, of that day or at most 62 days before. */
function findUnfrozenRates(db: Db): Promise<string[]> {
  return namesOf(
    db,
    sql`
      select l.entry_number || '/' || l.position as name
      from journal_line l join journal_entry e on e.number = l.entry_number
      where l.rate is not null and e.reverses is null and (l.rate_date > e.value_date or e.value_date - l.rate_date > 62
          or l.currency = 'USD' and l.rate <> 1)
        or l.rate is null and l.account in ('interest', 'bank_charges', 'support_cost') and e.reverses is null`,
  )
}

/** 8. Of no grant more is disbursed or cut than was awarded, at any entry. */
function findOverspentGrants(db: Db): Promise<string[]> {
  return namesOf(
    db,
    sql`
      select grant_id || ' at ' || entry_number as name from (
        select grant_id, entry_number, sum(sum(amount_minor)) over (partition by grant_id order by entry_number) as payable
        from journal_line where account = 'grants_payable' group by grant_id, entry_number
      ) running where payable > 0`,
  )
}

/** 9. Nothing is booked in a period after it was closed. */
function findEntriesInClosedPeriods(db: Db): Promise<string[]> {
  return namesOf(
    db,
    sql`
      select e.number::text as name from journal_entry e join closed_period c on c.until_on >= e.value_date
      where e.booked_at > c.closed_at and e.kind <> 'period_closed'`,
  )
}

/** 10. Numbers run from 1 without a gap, in the order of booking. */
function findNumbersOutOfOrder(db: Db): Promise<string[]> {
  return namesOf(
    db,
    sql`
      select number::text as name from (
        select number, row_number() over (order by number) as position, booked_at,
          lag(booked_at) over (order by number) as before
        from journal_entry
      ) numbered where number <> position or booked_at < before`,
  )
}

/** 11. What the public reads is what the journal says, to the minor unit. */
function findWrongPublicTotals(db: Db): Promise<string[]> {
  return namesOf(
    db,
    sql`
      select 'total' as name from (
        select coalesce(sum(usd_minor) filter (where account = 'announced'), 0) as announced,
          coalesce(-sum(usd_minor) filter (where account = 'pledge_income'), 0) as formalised,
          coalesce(sum(usd_minor) filter (where account = 'unallocated'), 0) as received,
          coalesce(sum(usd_minor) filter (where account = 'receivable'), 0) as outstanding
        from journal_line where pledge_id is not null
      ) said left join fund_tally t on t.dimension = 'total'
      where (coalesce(t.announced_usd, 0), coalesce(t.formalised_usd, 0), coalesce(t.received_usd, 0),
          coalesce(t.outstanding_usd, 0))
        is distinct from (said.announced, said.formalised, said.received, said.outstanding)
      union all
      select s.reference from public_pledge s join pledge p on p.id = s.pledge_id
      where p.kind = 'money' and (s.announced_minor, s.formalised_minor, s.received_minor) is distinct from (
        select (coalesce(sum(l.amount_minor) filter (where l.account = 'announced'), 0)::bigint,
          coalesce(-sum(l.amount_minor) filter (where l.account = 'pledge_income'), 0)::bigint,
          coalesce(-sum(l.amount_minor) filter (where l.account = 'receivable' and l.payment_id is not null), 0)::bigint)
        from journal_line l where l.pledge_id = p.id)`,
  )
}

/** 12. Nobody is overpaid: neither a payment is used twice nor a pledge or instalment paid beyond what is due. */
function findOverpaid(db: Db): Promise<string[]> {
  return namesOf(
    db,
    sql`
      select p.reference as name from payment p where p.amount_minor < (
        select coalesce(sum(a.amount_minor), 0) from allocation a where a.payment_id = p.id and a.undone_by is null)
      union all
      select p.reference || ' at ' || entry_number from (
        select payment_id, entry_number, sum(-sum(amount_minor)) over (partition by payment_id order by entry_number) as unused
        from journal_line where account = 'unallocated' group by payment_id, entry_number
      ) running join payment p on p.id = running.payment_id where unused < 0
      union all
      select p.reference || ' ' || i.position from instalment i join pledge p on p.id = i.pledge_id
      where i.amount_minor < (
        select coalesce(sum(a.settled_minor), 0) from allocation a where a.instalment_id = i.id and a.undone_by is null)
      union all
      select p.reference from pledge p where (
          select coalesce(sum(a.settled_minor), 0) from allocation a where a.pledge_id = p.id and a.undone_by is null
        ) > (
          select coalesce(-sum(l.amount_minor), 0) from journal_line l
          where l.pledge_id = p.id and l.account = 'pledge_income')`,
  )
}

async function namesOf(db: Db, query: RawBuilder<unknown>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`${query} order by 1`.execute(db)
  return rows.map((row) => row.name)
}
