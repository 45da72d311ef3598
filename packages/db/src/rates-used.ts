import type { CalendarDate } from '@concert/domain/calendar-date'
import type { ExchangeRate } from '@concert/domain/exchange-rate'
import type { Account } from '@concert/domain/journal/accounts'
import { sql } from 'kysely'
import type { Db } from './client.ts'

export interface RateUsed extends ExchangeRate {
  /** How many lines carry it. */
  lines: number
}

export interface RatesUsed {
  /** How many different rates there are; the newest of them follow. */
  total: number
  newest: RateUsed[]
}

/** The rates that stand on the lines of some accounts, in all years or in some, the newest first. */
export async function findRatesUsed(
  db: Db,
  accounts: readonly Account[],
  limit: number,
  years: { from?: number; until?: number } = {},
): Promise<RatesUsed> {
  const { rows } = await sql<RateUsed & { total: number; on: CalendarDate }>`
    select currency, rate_date as "on", trim_scale(rate)::text as "unitsPerUsd", rate_source as source,
      sum(lines)::integer as lines, count(*) over ()::integer as total
    from rate_use_tally
    where account = any (${accounts}::text[]) and year between ${years.from ?? 0} and ${years.until ?? 9999}
    group by currency, rate_date, rate, rate_source having sum(lines) > 0
    order by rate_date desc, currency limit ${limit}`.execute(db)
  return { total: rows[0]?.total ?? 0, newest: rows.map(({ total: _, ...rate }) => rate) }
}
