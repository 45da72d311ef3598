import type { CalendarDate } from '@concert/domain/calendar-date'
import type { ExchangeRate } from '@concert/domain/exchange-rate'
import { sql } from 'kysely'
import type { Db } from './client.ts'

const columns = sql<ExchangeRate>`currency, "on", trim_scale(units_per_usd)::text as "unitsPerUsd", source`

/** The rate that was in force on `date`, however old; the domain decides whether it may still be used. */
export async function findNewestRate(db: Db, currency: string, date: CalendarDate): Promise<ExchangeRate | undefined> {
  const { rows } = await sql<ExchangeRate>`
    select ${columns} from exchange_rate
    where currency = ${currency} and "on" <= ${date} order by "on" desc limit 1`.execute(db)
  return rows[0]
}

/** The rate in force before `date`, however old. */
export async function findRateBefore(db: Db, currency: string, date: CalendarDate): Promise<ExchangeRate | undefined> {
  const { rows } = await sql<ExchangeRate>`
    select ${columns} from exchange_rate
    where currency = ${currency} and "on" < ${date} order by "on" desc limit 1`.execute(db)
  return rows[0]
}

/**
 * What is kept around these rates: of each of their currencies, from the last one before their first day to the first
 * one after their last.
 */
export async function findRatesAround(db: Db, rates: readonly ExchangeRate[]): Promise<ExchangeRate[]> {
  const { rows } = await sql<ExchangeRate>`
    with span as (
      select currency as code, min("on") as first, max("on") as last
      from jsonb_to_recordset(${JSON.stringify(rates)}) as r (currency text, "on" date) group by currency)
    select ${columns} from exchange_rate join span on code = currency
    where "on" between
      coalesce((select max(b."on") from exchange_rate b where b.currency = code and b."on" < first), first) and
      coalesce((select min(a."on") from exchange_rate a where a.currency = code and a."on" > last), last)
    order by currency, "on"`.execute(db)
  return rows
}

/** Waits for whoever takes in a file of rates, so that two files never mix. */
export async function lockRates(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('exchange_rate', 0))`.execute(db)
}

/** Rates, the newest first. */
export async function findRates(
  db: Db,
  filter: { currency?: string | undefined; page: number; pageSize: number },
): Promise<{ rows: ExchangeRate[]; total: number }> {
  const where = filter.currency === undefined ? sql`true` : sql`currency = ${filter.currency}`
  const { rows } = await sql<ExchangeRate>`
    select ${columns} from exchange_rate where ${where}
    order by "on" desc, currency limit ${filter.pageSize} offset ${(filter.page - 1) * filter.pageSize}`.execute(db)
  const counted = await sql<{ total: number }>`select count(*) as total from exchange_rate where ${where}`.execute(db)
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

/** Adds rates, or corrects those of the same currency and day. Lines that used the earlier one keep it. */
export async function upsertRates(db: Db, rates: readonly ExchangeRate[]): Promise<void> {
  await sql`
    insert into exchange_rate (currency, "on", units_per_usd, source)
    select currency, "on", "unitsPerUsd", source
    from jsonb_to_recordset(${JSON.stringify(rates)})
      as r (currency text, "on" date, "unitsPerUsd" numeric, source text)
    on conflict (currency, "on") do update
    set units_per_usd = excluded.units_per_usd, source = excluded.source, recorded_at = now()`.execute(db)
}
