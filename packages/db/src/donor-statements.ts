import type { CalendarDate } from '@concert/domain/calendar-date'
import type { DollarMovement, StatementPayment, StatementRow } from '@concert/domain/donor-statement'
import type { Money } from '@concert/domain/money'
import { type RawBuilder, sql } from 'kysely'
import type { Db } from './client.ts'

interface DonorPeriod {
  donorId: string
  from: CalendarDate
  until: CalendarDate
}

/**
 * What each pledge of money moved in the period, by value date, straight from the journal's lines; pledges that neither
 * moved nor are owed at either end are left out. Reversed entries and their mirrors cancel each other by themselves.
 */
export async function findStatementRows(db: Db, period: DonorPeriod): Promise<StatementRow[]> {
  const { rows } = await sql<StatementRow>`
    select p.reference, p.announced_on as "announcedOn", p.currency, told.*
    from pledge p cross join lateral (
      select ${movements(sql`l.amount_minor`, period)}, ${settled(period)} as received
      from journal_line l join journal_entry e on e.number = l.entry_number
      where l.pledge_id = p.id and l.currency = p.currency and e.value_date <= ${period.until}
    ) told
    where p.donor_id = ${period.donorId} and p.kind = 'money'
      and (told.opening, told.announced, told.formalised, told.received, told."writtenOff", told.outstanding)
        is distinct from (0::bigint, 0::bigint, 0::bigint, 0::bigint, 0::bigint, 0::bigint)
    order by p.currency, p.announced_on, p.reference`.execute(db)
  return rows
}

/** The same for all pledges together in US cents as booked; receipts at the rate of the day on which money came in. */
export async function sumStatementUsd(db: Db, period: DonorPeriod): Promise<DollarMovement> {
  const { from, donorId, until } = period
  const within = (account: string) =>
    sql`coalesce(sum(l.usd_minor) filter (where l.account = ${account} and e.value_date >= ${from}), 0)::bigint`
  const { rows } = await sql<DollarMovement>`
    select ${movements(sql`l.usd_minor`, period)}, ${within('unallocated')} as received,
      -${within('fx_difference')} as "exchangeDifference"
    from journal_line l
    join journal_entry e on e.number = l.entry_number
    join pledge p on p.id = l.pledge_id
    where p.donor_id = ${donorId} and e.value_date <= ${until}`.execute(db)
  const none = { opening: 0, announced: 0, formalised: 0, received: 0, writtenOff: 0, outstanding: 0 }
  return rows[0] ?? { ...none, exchangeDifference: 0 }
}

/** What came in from the donor in the period; reversed payments never did. */
export async function findStatementPayments(
  db: Db,
  { donorId, from, until }: DonorPeriod,
): Promise<StatementPayment[]> {
  const { rows } = await sql<StatementPayment>`
    select m.reference, m.received_on as "receivedOn", b.received_usd as "usdMinor",
      jsonb_build_object('amountMinor', m.amount_minor, 'currency', m.currency) as amount
    from payment m join payment_balance b on b.payment_id = m.id
    where m.donor_id = ${donorId} and m.received_on between ${from} and ${until} and m.reversed_by is null
    order by m.received_on, m.reference`.execute(db)
  return rows
}

/** What no pledge explains on a day, by currency. */
export async function sumUnallocated(db: Db, donorId: string, until: CalendarDate): Promise<Money[]> {
  const { rows } = await sql<Money>`
    select -sum(l.amount_minor)::bigint as "amountMinor", l.currency
    from payment m
    join journal_line l on l.payment_id = m.id and l.account = 'unallocated'
    join journal_entry e on e.number = l.entry_number
    where m.donor_id = ${donorId} and e.value_date <= ${until}
    group by l.currency having sum(l.amount_minor) <> 0 order by l.currency`.execute(db)
  return rows
}

function movements(column: RawBuilder<unknown>, { from }: DonorPeriod): RawBuilder<unknown> {
  const sum = (account: string, when: RawBuilder<unknown>) =>
    sql`coalesce(sum(${column}) filter (where l.account = ${account} and ${when}), 0)::bigint`
  const within = sql`e.value_date >= ${from}`
  return sql`${sum('receivable', sql`e.value_date < ${from}`)} as opening,
    ${sum('announced', within)} as announced,
    -${sum('pledge_income', within)} as formalised,
    ${sum('written_off', within)} as "writtenOff",
    ${sum('receivable', sql`true`)} as outstanding`
}

// What a payment settles stands on the pledge's receivable, in the pledge's currency, beside the payment that did.
function settled({ from }: DonorPeriod): RawBuilder<unknown> {
  return sql`-coalesce(sum(l.amount_minor) filter (
    where l.account = 'receivable' and l.payment_id is not null and e.value_date >= ${from}), 0)::bigint`
}
