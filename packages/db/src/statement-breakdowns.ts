import { addDays, dayOfMonth, daysInMonth, monthOf, yearOf } from '@concert/domain/calendar-date'
import type { Locale } from '@concert/domain/locales'
import type { StatementBreakdowns } from '@concert/domain/statement'
import { type RawBuilder, sql } from 'kysely'
import type { Db } from './client.ts'
import { donorNameIn, inOrderOf } from './donors.ts'
import { readsTally, type StatementCut } from './statement.ts'

const sums = sql`sum(announced)::bigint as "announcedUsd", sum(formalised)::bigint as "formalisedUsd",
  sum(received)::bigint as "receivedUsd", sum(outstanding)::bigint as "outstandingUsd"`
const moved = sql`sum(announced) <> 0 or sum(formalised) <> 0 or sum(received) <> 0 or sum(outstanding) <> 0`

/** Donors that the period or its end knows, in the alphabetical order of the reader's language; anonymous ones as one. */
export async function sumPledgesByDonor(
  db: Db,
  cut: StatementCut,
  reader: Locale,
): Promise<StatementBreakdowns['byDonor']> {
  const { rows } = await sql<StatementBreakdowns['byDonor'][number]>`
    select * from (
      select id, case when id is not null then ${donorNameIn(reader, sql`summed.id`)} end as name, "announcedUsd",
        "formalisedUsd", "receivedUsd", "outstandingUsd"
      from (
        select case when not d.anonymous then d.id end as id, ${sums}
        from (
          select key, sum(announced) as announced, sum(formalised) as formalised, sum(received) as received,
            sum(outstanding) as outstanding
          from (${amountsBy('donor', cut)}) told group by key
        ) by_key join donor d on d.id = by_key.key::uuid
        group by 1 having ${moved}
      ) summed
    ) named order by id is null, name ${inOrderOf(reader)}, id`.execute(db)
  return rows
}

export async function sumPledgesByMeeting(
  db: Db,
  cut: StatementCut,
  reader: Locale,
): Promise<StatementBreakdowns['byMeeting']> {
  const { rows } = await sql<StatementBreakdowns['byMeeting'][number]>`
    select m.slug, coalesce(m.title ->> ${reader}, m.title ->> 'en') as title, "announcedUsd", "formalisedUsd",
      "receivedUsd", "outstandingUsd"
    from (
      select key, ${sums} from (${amountsBy('meeting', cut)}) told group by key having ${moved}
    ) summed left join meeting m on m.id::text = summed.key
    order by m.expected_year nulls last, m.slug`.execute(db)
  return rows
}

/** Whole months from their tally, the days at either end from lines, less what was booked after the cut. */
function amountsBy(dimension: 'donor' | 'meeting', cut: StatementCut): RawBuilder<unknown> {
  const { from, until, asOfEntry } = cut
  const key = dimension === 'donor' ? sql`p.donor_id::text` : sql`coalesce(p.meeting_id::text, 'none')`
  const lines = (sign: RawBuilder<unknown>, where: RawBuilder<unknown>, isStanding = true) => sql`
    select ${key} as key, ${sign} case when within and l.account = 'announced' then l.usd_minor else 0 end as announced,
      ${sign} case when within and l.account = 'pledge_income' then -l.usd_minor else 0 end as formalised,
      ${sign} case when within and l.account = 'unallocated' then l.usd_minor else 0 end as received,
      ${sign} case when ${isStanding} and l.account = 'receivable' then l.usd_minor else 0 end as outstanding
    from journal_entry e
    join journal_line l on l.entry_number = e.number
    join pledge p on p.id = l.pledge_id
    cross join lateral (select e.value_date >= ${from} as within) w
    where l.account in ('announced', 'pledge_income', 'unallocated', 'receivable') and ${where}`
  if (!readsTally(cut)) return lines(sql``, sql`e.number <= ${asOfEntry} and e.value_date <= ${until}`)

  const isMonthsEnd = dayOfMonth(until) === daysInMonth(yearOf(until), monthOf(until))
  const lastWholeDay = isMonthsEnd ? until : addDays(until, -dayOfMonth(until))
  const firstWholeMonth = dayOfMonth(from) === 1 ? from : addDays(endOfMonth(from), 1)
  return sql`
    select key, case when within then announced_usd else 0 end as announced,
      case when within then formalised_usd else 0 end as formalised,
      case when within then received_usd else 0 end as received, outstanding_usd as outstanding
    from fund_month_tally cross join lateral (select month >= ${firstWholeMonth} as within) w
    where dimension = ${dimension} and month <= ${lastWholeDay}
    union all
    ${lines(sql``, sql`e.value_date > ${lastWholeDay} and e.value_date <= ${until}`)}
    union all
    ${lines(sql``, sql`e.value_date >= ${from} and e.value_date < ${firstWholeMonth} and e.value_date <= ${lastWholeDay}`, false)}
    union all
    ${lines(sql`-`, sql`e.number > ${asOfEntry} and e.value_date <= ${until}`)}`
}

function endOfMonth(date: string): string {
  return addDays(date, daysInMonth(yearOf(date), monthOf(date)) - dayOfMonth(date))
}
