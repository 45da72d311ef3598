import type { FundTotals } from '@concert/domain/fund-views'
import type { Locale } from '@concert/domain/locales'
import type { FundFlow } from '@concert/domain/waterfall'
import { sql } from 'kysely'
import type { Db } from './client.ts'
import { donorNameIn, inOrderOf } from './donors.ts'

const threeNumbers = sql`t.announced_usd as "announcedUsd", t.formalised_usd as "formalisedUsd", t.received_usd as "receivedUsd"`

/** The public totals, from what each booking keeps up to date. */
export async function sumFund(db: Db, reader: Locale): Promise<Omit<FundTotals, 'asOf'>> {
  const donors = await sql<FundTotals['byDonor'][number]>`
    select * from (
      select d.id, ${donorNameIn(reader, sql`d.id`)} as name, ${threeNumbers}
      from fund_tally t left join donor d on t.key = d.id::text and not d.anonymous
      where t.dimension = 'donor' and t.pledges > 0
    ) named order by named.id is null, named.name ${inOrderOf(reader)}, named.id`.execute(db)
  const years = await sql<FundTotals['byYear'][number]>`
    select t.key::integer as year, ${threeNumbers} from fund_tally t where t.dimension = 'year' order by 1`.execute(db)
  const meetings = await sql<FundTotals['byMeeting'][number]>`
    select m.id, m.slug, coalesce(m.title ->> ${reader}, m.title ->> 'en') as title, m.expected_year as year,
      ${threeNumbers}
    from fund_tally t join meeting m on m.id::text = t.key
    where t.dimension = 'meeting' order by m.expected_year, m.slug`.execute(db)
  return { totals: await sumFundTotals(db), byDonor: donors.rows, byYear: years.rows, byMeeting: meetings.rows }
}

/** The one line of everything; zeros before the first announcement. */
export async function sumFundTotals(db: Db): Promise<FundTotals['totals']> {
  const { rows } = await sql<FundTotals['totals']>`
    select ${threeNumbers}, t.outstanding_usd as "outstandingUsd", t.donors, t.pledges
    from fund_tally t where t.dimension = 'total'`.execute(db)
  const none = { announcedUsd: 0, formalisedUsd: 0, receivedUsd: 0, outstandingUsd: 0, donors: 0, pledges: 0 }
  return rows[0] ?? none
}

const columnOf = {
  announced: sql.ref('announced_usd'),
  formalised: sql.ref('formalised_usd'),
  received: sql.ref('received_usd'),
} satisfies Record<string, unknown>

/** The pledges behind one of the three numbers: named donors' by reference, the others by their number only. */
export async function provePledges(
  db: Db,
  number: keyof typeof columnOf,
  sampleSize: number,
): Promise<{ rowsIn: number; rows: { reference: string; usdMinor: number }[]; anonymous: number }> {
  const column = columnOf[number]
  const counted = await sql<{ named: number; anonymous: number }>`
    select count(donor_id) as named, count(*) - count(donor_id) as anonymous
    from public_pledge where ${column} <> 0`.execute(db)
  const { rows } = await sql<{ reference: string; usdMinor: number }>`
    select reference, ${column} as "usdMinor" from public_pledge
    where ${column} <> 0 and donor_id is not null
    order by announced_on desc, reference desc limit ${sampleSize}`.execute(db)
  const { named = 0, anonymous = 0 } = counted.rows[0] ?? {}
  return { rowsIn: named + anonymous, rows, anonymous }
}

/** Donors who announced money: the named ones by name, the anonymous ones by their number only. */
export async function proveDonors(
  db: Db,
  sampleSize: number,
): Promise<{ rowsIn: number; rows: { id: string; name: string; pledges: number }[]; anonymous: number }> {
  const { donors } = await sumFundTotals(db)
  const { rows } = await sql<{ id: string; name: string; pledges: number }>`
    select * from (
      select d.id, ${donorNameIn('en', sql`d.id`)} as name, t.pledges
      from fund_tally t join donor d on d.id::text = t.key and not d.anonymous
      where t.dimension = 'donor' and t.pledges > 0
    ) named order by named.name ${inOrderOf('en')}, named.id limit ${sampleSize}`.execute(db)
  const counted = await sql<{ anonymous: number }>`
    select coalesce(sum(donors), 0)::integer as anonymous from fund_tally
    where dimension = 'donor' and key = 'anonymous'`.execute(db)
  return { rowsIn: donors, rows, anonymous: counted.rows[0]?.anonymous ?? 0 }
}

/** Pledges that are no money, by kind: they stand beside the journal. */
export async function countPledgesBeside(db: Db): Promise<{ reason: string; rows: number }[]> {
  const { rows } = await sql<{ reason: string; rows: number }>`
    select kind as reason, count(*) as rows from public_pledge where kind <> 'money' group by kind order by kind`.execute(
    db,
  )
  return rows
}

/** Payments that are in no public number, by reason; their number only, whoever asks. */
export async function countMoneyLeftOut(db: Db): Promise<{ reason: string; rows: number }[]> {
  const { rows } = await sql<{ reason: string; rows: number }>`select reason, rows from money_left_out()`.execute(db)
  return rows
}

/** What entries of each kind did to what was announced, signed and received, for anyone. */
export async function sumFundFlows(db: Db): Promise<FundFlow[]> {
  const { rows } = await sql<FundFlow>`
    select kind, account, usd_minor as "usdMinor", entries from public_fund_flows()`.execute(db)
  return rows
}
