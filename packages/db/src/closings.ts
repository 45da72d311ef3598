import type { CalendarDate } from '@concert/domain/calendar-date'
import type { ClosedPeriod } from '@concert/domain/closing'
import type { OpenBalance, RevaluedAccount } from '@concert/domain/journal/closing-entry'
import type { Carried, LineSubject } from '@concert/domain/journal/entry'
import { sql } from 'kysely'
import type { Db, Trx } from './client.ts'

interface StoredBalance {
  account: RevaluedAccount
  subject: string
  donorId: string | null
  currency: string
  minor: number
  usd: number
  laterMinor: number
  laterUsd: number
  since: OpenBalance['since']
}

/**
 * What stood open on a day in other currencies than the dollar: what is kept now, less what lines of later days moved,
 * so that it costs what happened since and not the whole journal.
 */
export async function findOpenBalances(db: Db, until: CalendarDate): Promise<OpenBalance[]> {
  const { rows } = await sql<StoredBalance>`
    with later_days as (
      select e.value_date, l.account, case l.account when 'cash' then l.bank_account_id when 'receivable' then l.pledge_id
          when 'unallocated' then l.payment_id else l.grant_id end as subject,
        sum(l.amount_minor) as minor, sum(l.usd_minor) as usd
      from journal_entry e join journal_line l on l.entry_number = e.number
      where e.value_date > ${until} and l.currency <> 'USD'
        and l.account in ('cash', 'receivable', 'unallocated', 'grants_payable')
      group by 1, 2, 3
    ), later as (
      select account, subject, sum(minor) as minor, sum(usd) as usd,
        jsonb_agg(jsonb_build_object('on', value_date, 'amountMinor', minor) order by value_date) as since
      from later_days group by account, subject
    ), kept as (
      select 'cash' as account, a.id as subject, null::uuid as donor, a.currency, b.held_minor as minor, b.held_usd as usd
      from bank_account_balance b join bank_account a on a.id = b.bank_account_id
      union all
      select 'receivable', p.id, p.donor_id, p.currency, b.receivable_minor, b.receivable_usd
      from pledge_balance b join pledge p on p.id = b.pledge_id
      union all
      select 'unallocated', m.id, m.donor_id, m.currency, -b.unallocated_minor, -b.unallocated_usd
      from payment_balance b join payment m on m.id = b.payment_id
      union all
      select 'grants_payable', l.grant_id, null, l.currency, sum(l.amount_minor), sum(l.usd_minor)
      from journal_line l where l.account = 'grants_payable' and l.grant_id is not null group by l.grant_id, l.currency
    )
    select k.account, k.subject, k.donor as "donorId", k.currency, k.minor::bigint as minor, k.usd::bigint as usd,
      coalesce(l.minor, 0)::bigint as "laterMinor", coalesce(l.usd, 0)::bigint as "laterUsd", coalesce(l.since, '[]') as since
    from kept k left join later l on l.account = k.account and l.subject = k.subject
    where k.currency <> 'USD' and (k.minor <> coalesce(l.minor, 0) or k.usd <> coalesce(l.usd, 0))
    order by k.account, k.currency, k.subject`.execute(db)
  return rows.map(toOpenBalance)
}

/** What a pledge or a payment stands at now, signed as its account is. */
export async function getKeptBalance(
  db: Db,
  account: 'receivable' | 'unallocated',
  about: LineSubject,
): Promise<{ amountMinor: number; usdMinor: number }> {
  const { rows } = await (account === 'receivable'
    ? sql<{ amountMinor: number; usdMinor: number }>`
        select receivable_minor as "amountMinor", receivable_usd as "usdMinor"
        from pledge_balance where pledge_id = ${about.pledgeId}`
    : sql<{ amountMinor: number; usdMinor: number }>`
        select -unallocated_minor as "amountMinor", -unallocated_usd as "usdMinor"
        from payment_balance where payment_id = ${about.paymentId}`
  ).execute(db)
  return rows[0] ?? { amountMinor: 0, usdMinor: 0 }
}

export async function insertClosedPeriod(
  trx: Trx,
  period: { until: CalendarDate; closedBy: string; entryNumber: number | null },
): Promise<void> {
  await trx
    .insertInto('closed_period')
    .values({ until_on: period.until, closed_by: period.closedBy, entry_number: period.entryNumber })
    .execute()
}

/** Closed periods, the newest first. */
export async function findClosedPeriods(db: Db): Promise<ClosedPeriod[]> {
  const rows = await db.selectFrom('closed_period').selectAll().orderBy('until_on', 'desc').execute()
  return rows.map((row) => ({
    until: row.until_on,
    closedAt: row.closed_at,
    closedBy: row.closed_by,
    entryNumber: row.entry_number,
  }))
}

/** Second signatures that would book within a period that is about to be closed. */
export async function countOpenSignatures(db: Db, until: CalendarDate): Promise<number> {
  const row = await db
    .selectFrom('second_signature')
    .select((eb) => eb.fn.countAll<number>().as('open'))
    .where('state', '=', 'open')
    .where('value_date', '<=', until)
    .executeTakeFirstOrThrow()
  return row.open
}

/** What a period leaves open: payments that wait for a pledge, and instalments that fell due within it. */
export async function countLeftOpen(
  db: Db,
  until: CalendarDate,
): Promise<{ unallocatedPayments: number; overdueAfter: number }> {
  const { rows } = await sql<{ unallocatedPayments: number; overdueAfter: number }>`
    select (select count(*) from payment m join payment_balance b on b.payment_id = m.id
        where b.unallocated_minor > 0 and m.received_on <= ${until}) as "unallocatedPayments",
      (select count(*) from instalment i join pledge_balance b on b.pledge_id = i.pledge_id
        where i.due_on <= ${until} and i.paid_minor < i.amount_minor and b.receivable_minor > 0) as "overdueAfter"`.execute(
    db,
  )
  return rows[0] ?? { unallocatedPayments: 0, overdueAfter: 0 }
}

function toOpenBalance({ account, subject, donorId, currency, since, ...sums }: StoredBalance): OpenBalance {
  const carried = (amountMinor: number, usdMinor: number): Carried => ({ amount: { amountMinor, currency }, usdMinor })
  return {
    account,
    about: subjectOf(account, subject, donorId),
    atClose: carried(sums.minor - sums.laterMinor, sums.usd - sums.laterUsd),
    since,
    now: carried(sums.minor, sums.usd),
  }
}

function subjectOf(account: RevaluedAccount, id: string, donorId: string | null): LineSubject {
  const donor = donorId ?? undefined
  switch (account) {
    case 'cash':
      return { bankAccountId: id }
    case 'receivable':
      return { pledgeId: id, donorId: donor }
    case 'unallocated':
      return { paymentId: id, donorId: donor }
    case 'grants_payable':
      return { grantId: id }
  }
}
