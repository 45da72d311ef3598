import { addDays, type CalendarDate } from '@concert/domain/calendar-date'
import { type DuePledge, reminderHorizonDays } from '@concert/domain/letter'
import { windowOf } from '@concert/domain/letter-dues'
import type { Locale } from '@concert/domain/locales'
import { sql } from 'kysely'
import type { Db } from './client.ts'
import { donorNameIn } from './donors.ts'

/** Pledges of which something is overdue or falls due soon, the longest overdue first. Only what is formalised is due. */
export async function findDuePledges(db: Db, reader: Locale, today: CalendarDate, limit: number): Promise<DuePledge[]> {
  const { rows } = await sql<Omit<DuePledge, 'window'>>`
    select p.reference, p.donor_id as "donorId",
      case when not d.anonymous then ${donorNameIn(reader, sql`d.id`)} end as "donorName", due.first_on as "dueOn",
      jsonb_build_object('amountMinor', least(due.minor, b.receivable_minor), 'currency', p.currency) as due,
      (select max(l.made_at)::date from letter l where l.pledge_id = p.id and l.kind = 'reminder') as "remindedOn"
    from pledge_balance b
    join pledge p on p.id = b.pledge_id
    join donor d on d.id = p.donor_id
    cross join lateral (
      select min(i.due_on) as first_on, sum(i.amount_minor - i.paid_minor)::bigint as minor from instalment i
      where i.pledge_id = p.id and i.paid_minor < i.amount_minor and i.due_on <= ${addDays(today, reminderHorizonDays)}
    ) due
    where b.receivable_minor > 0 and due.minor > 0
    order by due.first_on, p.reference limit ${limit}`.execute(db)
  return rows.map((row) => ({ ...row, window: windowOf(row.dueOn, today) }))
}
