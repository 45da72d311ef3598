import type { StatementCell } from '@concert/domain/statement'
import { type RawBuilder, sql } from 'kysely'
import type { Db } from './client.ts'

// As in the migration that adds them up.
export const entriesPerBlock = 32_768

/** A period as of an entry, and how many entries there are now. */
export interface StatementCut {
  from: string
  until: string
  asOfEntry: number
  lastEntry: number
}

/** The number of the newest entry; 0 before the first. */
export async function findLastEntryNumber(db: Db): Promise<number> {
  const { rows } = await sql<{ last: number }>`select coalesce(max(number), 0) as last from journal_entry`.execute(db)
  return rows[0]?.last ?? 0
}

/**
 * What was booked per kind and account before the period and within it: from the days' tally less what was booked after
 * the cut, or from the tally of whole blocks of entries and the lines from there to the cut, whichever reads fewer lines.
 * One statement, so that a posting meanwhile is in neither.
 */
export async function sumStatementCells(db: Db, cut: StatementCut): Promise<StatementCell[]> {
  const { rows } = await sql<StatementCell>`
    select kind, account,
      coalesce(sum(usd_minor) filter (where value_date < ${cut.from}), 0)::bigint as "beforeUsd",
      coalesce(sum(usd_minor) filter (where value_date >= ${cut.from}), 0)::bigint as "withinUsd"
    from (${dayAmounts(cut)}) told
    where value_date <= ${cut.until}
    group by kind, account
    having bool_or(usd_minor <> 0)`.execute(db)
  return rows
}

/** What pledges moved in each year of the period; outstanding is what it was when the year, or the period, ended. */
export async function sumPledgesByYear(
  db: Db,
  cut: StatementCut,
): Promise<
  { year: number; announcedUsd: number; formalisedUsd: number; receivedUsd: number; outstandingUsd: number }[]
> {
  const { rows } = await sql<Awaited<ReturnType<typeof sumPledgesByYear>>[number]>`
    select * from (
      select year, announced::bigint as "announcedUsd", formalised::bigint as "formalisedUsd",
        received::bigint as "receivedUsd", (sum(owed) over (order by year))::bigint as "outstandingUsd"
      from (
        select extract(year from value_date)::integer as year,
          coalesce(sum(usd_minor) filter (where account = 'announced' and within), 0) as announced,
          coalesce(-sum(usd_minor) filter (
            where account = 'pledge_income' and kind <> 'overpayment_given' and within), 0) as formalised,
          coalesce(sum(usd_minor) filter (
            where account = 'unallocated' and kind = 'payment_allocated' and within), 0) as received,
          coalesce(sum(usd_minor) filter (where account = 'receivable'), 0) as owed
        from (${dayAmounts(cut)}) told
        cross join lateral (select value_date >= ${cut.from} as within) w
        where value_date <= ${cut.until}
        group by 1
      ) years
    ) told
    where year >= extract(year from ${cut.from}::date)
      and ("announcedUsd", "formalisedUsd", "receivedUsd", "outstandingUsd") <> (0, 0, 0, 0)
    order by year`.execute(db)
  return rows
}

function dayAmounts(cut: StatementCut): RawBuilder<unknown> {
  const told = (sign: RawBuilder<unknown>, numbers: RawBuilder<unknown>) => sql`
    select e.value_date, coalesce(o.kind, e.kind) as kind, l.account, ${sign} l.usd_minor as usd_minor
    from journal_entry e
    join journal_line l on l.entry_number = e.number
    left join journal_entry o on o.number = e.reverses
    where ${numbers}`
  const { asOfEntry, lastEntry } = cut
  const blocks = Math.floor(asOfEntry / entriesPerBlock)
  if (lastEntry - asOfEntry <= asOfEntry - blocks * entriesPerBlock) {
    return sql`
      select value_date, kind, account, usd_minor from journal_day_tally
      union all
      ${told(sql`-`, sql`e.number > ${asOfEntry}`)}`
  }
  return sql`
    select value_date, kind, account, usd_minor from journal_block_tally where block < ${blocks}
    union all
    ${told(sql``, sql`e.number > ${blocks * entriesPerBlock} and e.number <= ${asOfEntry}`)}`
}

/** Whether fewer entries came after the cut than stand before it. */
export function readsTally({ asOfEntry, lastEntry }: StatementCut): boolean {
  return lastEntry - asOfEntry <= asOfEntry
}
