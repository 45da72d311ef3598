import type { BankListRow } from '@concert/domain/bank-list'
import type { KnownName } from '@concert/domain/bank-list-evidence'
import type { MatchablePledge } from '@concert/domain/bank-list-matching'
import { addDays, type CalendarDate } from '@concert/domain/calendar-date'
import { type ExchangeRate, maxRateAgeInDays } from '@concert/domain/exchange-rate'
import type { Locale } from '@concert/domain/locales'
import { lookAlikeDays } from '@concert/domain/payment'
import { sql } from 'kysely'
import type { Db } from './client.ts'
import { donorNameIn } from './donors.ts'

// What a bank list is compared with, asked for all its lines at once.

export async function findKnownNames(db: Db): Promise<KnownName[]> {
  return db
    .selectFrom('donor_name')
    .select(['donor_id as donorId', 'name'])
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

/** Every open pledge of these donors, and the pledges with these references, open or not; the oldest first. */
export async function findMatchGround(
  db: Db,
  donorIds: readonly string[],
  references: readonly string[],
): Promise<MatchablePledge[]> {
  const { rows } = await sql<MatchablePledge>`
    select p.id, p.reference, p.donor_id as "donorId",
      jsonb_build_object('amountMinor', b.receivable_minor, 'currency', p.currency) as outstanding,
      jsonb_build_object('amountMinor', o.promised, 'currency', p.currency) as promised,
      (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'position', i.position, 'dueOn', i.due_on,
          'open', jsonb_build_object('amountMinor', i.amount_minor - i.paid_minor, 'currency', p.currency))
          order by i.position), '[]')
        from instalment i where i.pledge_id = p.id and i.paid_minor < i.amount_minor) as instalments
    from pledge p
    join pledge_balance b on b.pledge_id = p.id
    cross join lateral (select b.conditional_minor
      + greatest(0, b.announced_minor - b.formalised_minor - b.conditional_minor - b.reduced_minor) as promised) o
    where p.reference = any (${references}::text[])
      or (p.donor_id = any (${donorIds}::uuid[]) and b.receivable_minor + o.promised > 0)
    order by p.announced_on, p.reference`.execute(db)
  return rows
}

/** The payments that carry one of these bank references on this account. */
export async function findPaymentsByBankReferences(
  db: Db,
  bankAccountId: string,
  bankReferences: readonly string[],
): Promise<Map<string, { id: string; reference: string }>> {
  const { rows } = await sql<{ bankReference: string; id: string; reference: string }>`
    select bank_reference as "bankReference", id, reference from payment
    where bank_account_id = ${bankAccountId} and reversed_by is null
      and bank_reference = any (${bankReferences}::text[])`.execute(db)
  return new Map(rows.map(({ bankReference, ...payment }) => [bankReference, payment]))
}

/** By line, the payments of the same donor, amount and currency within three days. */
export async function findLookAlikes(
  db: Db,
  rows: readonly (Pick<BankListRow, 'line' | 'receivedOn' | 'amount'> & { donorId: string })[],
): Promise<Map<number, string[]>> {
  const asked = rows.map(({ line, donorId, receivedOn, amount }) => ({
    line,
    donor_id: donorId,
    from_on: addDays(receivedOn, -lookAlikeDays),
    until_on: addDays(receivedOn, lookAlikeDays),
    ...{ minor: amount.amountMinor, currency: amount.currency },
  }))
  const found = await sql<{ line: number; payments: string[] }>`
    select a.line, array_agg(m.reference order by m.reference) as payments
    from jsonb_to_recordset(${JSON.stringify(asked)})
      as a (line integer, donor_id uuid, from_on date, until_on date, minor bigint, currency text)
    join payment m on m.donor_id = a.donor_id and m.received_on between a.from_on and a.until_on
      and m.amount_minor = a.minor and m.currency = a.currency and m.reversed_by is null
    group by a.line`.execute(db)
  return new Map(found.rows.map(({ line, payments }) => [line, payments]))
}

export async function findDonorNames(db: Db, ids: readonly string[], reader: Locale): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string | null }>`
    select d.id, ${donorNameIn(reader, sql`d.id`)} as name from donor d where d.id = any (${ids}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, name }) => [id, name ?? '']))
}

/** Every rate of a currency that may be used on one of the days between the first and the last. */
export async function findRatesBetween(
  db: Db,
  currency: string,
  first: CalendarDate,
  last: CalendarDate,
): Promise<ExchangeRate[]> {
  const { rows } = await sql<ExchangeRate>`
    select currency, "on", trim_scale(units_per_usd)::text as "unitsPerUsd", source from exchange_rate
    where currency = ${currency} and "on" between ${addDays(first, -maxRateAgeInDays)} and ${last}
    order by "on"`.execute(db)
  return rows
}
