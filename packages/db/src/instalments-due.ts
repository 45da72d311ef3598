import { addDays, type CalendarDate } from '@concert/domain/calendar-date'
import {
  type DueFilter,
  type DueInstalment,
  type DueInstalments,
  type ReminderBucket,
  reminderBuckets,
  reminderDays,
} from '@concert/domain/instalment-reminders'
import type { Locale } from '@concert/domain/locales'
import { type RawBuilder, sql } from 'kysely'
import type { Db } from './client.ts'
import { donorNameIn } from './donors.ts'

type Counted = { bucket: ReminderBucket; count: number; owedUsd: number }

/** What is overdue or due within thirty days, counted by bucket, and a page of it with the oldest first. */
export async function findDueInstalments(
  db: Db,
  { bucket, page }: DueFilter,
  reader: Locale,
  today: CalendarDate,
  pageSize: number,
): Promise<Pick<DueInstalments, 'buckets' | 'rows' | 'total'>> {
  const { rows: found } = await sql<{ counted: Counted[]; rows: DueInstalments['rows'] }>`
    with owed as materialized (
      select *, ${bucketIn(today)} as bucket from (${owedUntil(addDays(today, reminderDays))}) o
    )
    select coalesce((select jsonb_agg(c) from (
        select bucket, count(*) as count, sum(owed_usd)::bigint as "owedUsd" from owed group by bucket) c), '[]') as counted,
      coalesce((select jsonb_agg(r order by r."dueOn", r."pledgeReference", r.position) from (
        select ${dueColumns(reader)}, o.bucket from (
          select owed.* from owed join pledge on pledge.id = owed.pledge_id
          where ${bucket === undefined ? sql`true` : sql`bucket = ${bucket}`}
          order by due_on, pledge.reference, owed.position limit ${pageSize} offset ${(page - 1) * pageSize}
        ) o join pledge p on p.id = o.pledge_id join donor d on d.id = p.donor_id) r), '[]') as rows`.execute(db)
  const { counted = [], rows = [] } = found[0] ?? {}
  const of = (one: ReminderBucket) => {
    const found = counted.find((row) => row.bucket === one)
    return { count: found?.count ?? 0, owedUsd: found?.owedUsd ?? 0 }
  }
  const buckets = {
    overdue: of('overdue'),
    due_today: of('due_today'),
    within_7: of('within_7'),
    within_30: of('within_30'),
  }
  const total = reminderBuckets
    .filter((one) => bucket === undefined || one === bucket)
    .reduce((sum, one) => sum + buckets[one].count, 0)
  return { buckets, rows, total }
}

/** Everything that is owed on a day, whenever that is, the earliest first; and when its pledge was last booked upon. */
export async function findOwedInstalments(
  db: Db,
  reader: Locale,
  limit: number,
): Promise<(DueInstalment & { changedAt: string })[]> {
  const { rows } = await sql<DueInstalment & { changedAt: string }>`
    select ${dueColumns(reader)},
      (select max(e.booked_at) from journal_line l join journal_entry e on e.number = l.entry_number
        where l.pledge_id = o.pledge_id) as "changedAt"
    from (
      select o.* from (${owedUntil(null)}) o join pledge on pledge.id = o.pledge_id
      order by due_on, pledge.reference, o.position limit ${limit}
    ) o join pledge p on p.id = o.pledge_id join donor d on d.id = p.donor_id
    order by o.due_on, p.reference, o.position`.execute(db)
  return rows
}

/** How many instalments are owed and fell due by a day. */
export async function countDueInstalments(db: Db, today: CalendarDate): Promise<number> {
  const { rows } = await sql<{ due: number }>`select count(*) as due from (${owedUntil(today)}) o`.execute(db)
  return rows[0]?.due ?? 0
}

/** As `owedInstalments` of the domain: the oldest first, together at most what is outstanding of the pledge. */
function owedUntil(until: CalendarDate | null): RawBuilder<unknown> {
  return sql`
    select id, pledge_id, position, due_on, owed,
      round(receivable_usd::numeric * owed / receivable_minor)::bigint as owed_usd
    from (
      select i.id, i.pledge_id, i.position, i.due_on, b.receivable_minor, b.receivable_usd,
        least(i.amount_minor - i.paid_minor, b.receivable_minor - coalesce(sum(i.amount_minor - i.paid_minor) over (
          partition by i.pledge_id order by i.due_on, i.position rows between unbounded preceding and 1 preceding
        ), 0))::bigint as owed
      from instalment i join pledge_balance b on b.pledge_id = i.pledge_id and b.receivable_minor > 0
      where i.paid_minor < i.amount_minor ${until === null ? sql`` : sql`and i.due_on <= ${until}`}
    ) dues where owed > 0`
}

function bucketIn(today: CalendarDate): RawBuilder<unknown> {
  return sql`case when due_on < ${today} then 'overdue' when due_on = ${today} then 'due_today'
    when due_on <= ${addDays(today, 7)} then 'within_7' else 'within_30' end`
}

function dueColumns(reader: Locale): RawBuilder<unknown> {
  return sql`o.id, p.reference as "pledgeReference", p.donor_id as "donorId",
    ${donorNameIn(reader, sql`p.donor_id`)} as "donorName", d.anonymous, o.position, o.due_on as "dueOn",
    jsonb_build_object('amountMinor', o.owed, 'currency', p.currency) as owed, o.owed_usd as "owedUsd"`
}
