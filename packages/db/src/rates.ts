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
