import { type CalendarDate, yearOf } from '@concert/domain/calendar-date'
import type { StatementCell } from '@concert/domain/statement'
import { sql } from 'kysely'
import type { Db } from './client.ts'

export interface CountedCell extends StatementCell {
  beforeEntries: number
  withinEntries: number
}

/**
 * What a calendar year's accounts add up to, for anyone, and the last entry that is in it. Of a year that is under way on
 * `today`, without the grants that are not public: what changes between two readings would be one of them.
 */
export async function sumPublicStatement(
  db: Db,
  year: number,
  today: CalendarDate,
): Promise<{ asOfEntry: number; cells: CountedCell[] }> {
  const { rows } = await sql<CountedCell & { lastEntry: number }>`
    select last_entry as "lastEntry", kind, account, before_usd as "beforeUsd", within_usd as "withinUsd",
      before_entries as "beforeEntries", within_entries as "withinEntries"
    from public_statement_cells(${year}, ${yearOf(today)})`.execute(db)
  return { asOfEntry: rows[0]?.lastEntry ?? 0, cells: rows.map(({ lastEntry: _, ...cell }) => cell) }
}

/** The years in which something was booked, the newest first. */
export async function findStatementYears(db: Db): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    select generate_series(first_year, last_year) as year from public_statement_years() order by 1 desc`.execute(db)
  return rows.map(({ year }) => year)
}
