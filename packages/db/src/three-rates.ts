import type { CalendarDate } from '@concert/domain/calendar-date'
import type { Locale } from '@concert/domain/locales'
import type { PledgeAtRates, ThreeRatesFilter } from '@concert/domain/three-rates'
import { type RawBuilder, sql } from 'kysely'
import type { Db } from './client.ts'
import { donorNameIn } from './donors.ts'

/** A pledge of money with the rates it can be seen at. */
export interface PledgeWithRates extends PledgeAtRates {
  reference: string
  donorName: string | null
  announcedOn: CalendarDate
  meetingSlug: string | null
}

/** Pledges of money that were announced, oldest first, at most `limit`; read from what the journal keeps, not the log. */
export async function findPledgesAtRates(
  db: Db,
  filter: ThreeRatesFilter,
  reader: Locale,
  limit: number,
): Promise<PledgeWithRates[]> {
  const { rows } = await sql<PledgeWithRates>`
    select p.reference, ${donorNameIn(reader, sql`p.donor_id`)} as "donorName", p.announced_on as "announcedOn",
      m.slug as "meetingSlug",
      ${moneyOf(sql`b.announced_minor`)} as announced, b.announced_usd as "announcedUsd",
      ${moneyOf(sql`b.received_minor`)} as received, b.received_usd as "receivedUsd",
      case when m.id is null then null when p.currency = 'USD' then '1'
        else trim_scale(r.units_per_usd)::text end as "meetingUnits"
    from pledge p join pledge_balance b on b.pledge_id = p.id
    left join meeting m on m.id = p.meeting_id
    left join meeting_rate r on r.meeting_id = p.meeting_id and r.currency = p.currency
    where ${narrowing(filter)} order by p.announced_on, p.reference limit ${limit}`.execute(db)
  return rows
}

/** How many such pledges there are. */
export async function countPledgesAtRates(db: Db, filter: ThreeRatesFilter): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from pledge p join pledge_balance b on b.pledge_id = p.id
    where ${narrowing(filter)}`.execute(db)
  return rows[0]?.total ?? 0
}

function moneyOf(minor: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`jsonb_build_object('amountMinor', ${minor}, 'currency', p.currency)`
}

function narrowing({ meetingId, donorId, year }: ThreeRatesFilter): RawBuilder<unknown> {
  const conditions: RawBuilder<unknown>[] = [sql`p.kind = 'money' and b.announced_minor > 0`]
  if (meetingId) conditions.push(sql`p.meeting_id = ${meetingId}`)
  if (donorId) conditions.push(sql`p.donor_id = ${donorId}`)
  if (year) {
    conditions.push(
      sql`p.announced_on between make_date(${year}::integer, 1, 1) and make_date(${year}::integer, 12, 31)`,
    )
  }
  return sql.join(conditions, sql` and `)
}
