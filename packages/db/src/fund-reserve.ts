import type { CalendarDate } from '@concert/domain/calendar-date'
import type { DailyBalance, Reserve } from '@concert/domain/grant-cap'
import type { AwardGround } from '@concert/domain/grant-views'
import { sql } from 'kysely'
import type { Db } from './client.ts'

type SetReserve = AwardGround['reserves'][number]

export async function insertReserve(
  db: Db,
  { from, usdMinor, reason, by }: Reserve & { reason: string; by: string },
): Promise<void> {
  await db.insertInto('fund_reserve').values({ from_on: from, usd_minor: usdMinor, reason, set_by: by }).execute()
}

/** Every reserve in the order in which it was set. */
export async function findReserves(db: Db): Promise<SetReserve[]> {
  const rows = await db.selectFrom('fund_reserve').selectAll().orderBy('id').execute()
  return rows.map((row) => ({
    from: row.from_on,
    usdMinor: row.usd_minor,
    reason: row.reason,
    by: row.set_by,
    at: row.set_at,
  }))
}

/** Cash − unallocated receipts − grants payable at the end of `from` and of every later day on which it changed. */
export async function findDailyBalances(db: Db, from: CalendarDate): Promise<DailyBalance[]> {
  const { rows } = await sql<DailyBalance>`
    select "on", (sum(usd) over (order by "on"))::bigint as "usdMinor"
    from (
      select greatest(value_date, ${from}::date) as "on", sum(usd_minor) as usd
      from journal_day_tally where account in ('cash', 'unallocated', 'grants_payable')
      group by 1
    ) days
    order by "on"`.execute(db)
  return rows
}

/** Days on which grants were payable and not covered by cash − unallocated receipts − reserve. */
export async function findUncoveredDays(db: Db): Promise<CalendarDate[]> {
  const { rows } = await sql<{ on: CalendarDate }>`
    with days as (
      select value_date as "on" from journal_day_tally union select from_on from fund_reserve
    ), moved as (
      select d."on",
        coalesce((select sum(t.usd_minor) from journal_day_tally t
          where t.value_date = d."on" and t.account in ('cash', 'unallocated', 'grants_payable')), 0) as free,
        coalesce((select sum(t.usd_minor) from journal_day_tally t
          where t.value_date = d."on" and t.account = 'grants_payable'), 0) as payable
      from days d
    ), running as (
      select "on", sum(free) over (order by "on") as free, -sum(payable) over (order by "on") as payable from moved
    )
    select r."on" from running r
    where r.payable > 0 and r.free < coalesce((
      select k.usd_minor from fund_reserve k where k.from_on <= r."on" order by k.from_on desc, k.id desc limit 1), 0)
    order by r."on"`.execute(db)
  return rows.map((row) => row.on)
}
