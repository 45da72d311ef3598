import type { CalendarDate } from '@concert/domain/calendar-date'
import type { Locale } from '@concert/domain/locales'
import { directionOf, extractKinds } from '@concert/domain/reconciliation'
import type {
  ReconciliationFilter,
  ReconciliationLine,
  ReconciliationState,
  ReconciliationStateName,
} from '@concert/domain/reconciliation-views'
import { sql } from 'kysely'
import type { Db, Trx } from './client.ts'
import { donorNameIn } from './donors.ts'
import { bankAccountOf, isCovered, namedDocument } from './reconciliation-lines.ts'

const directions = sql.join(extractKinds.map((kind) => sql`(${kind}, ${sql.lit(directionOf[kind])})`))

/**
 * How far the books agree with the accounts of record, as of a day. Up to `reconciledTo` nothing is open: the day
 * before the first open line, or the end of the last extract; entries on days between two extracts are open too. What
 * was matched with something later stands alone as of that day.
 */
export async function readReconciliationState(trx: Trx, asOf: CalendarDate): Promise<ReconciliationState> {
  const { rows } = await sql<ReconciliationState>`
    with covered as (
      select min(from_on) as first_from, case when count(*) > 0 then least(max(until_on), ${asOf}) end as last_until
      from extract where from_on <= ${asOf}
    ), direction (kind, direction) as (values ${directions}),
    side as (
      select t.*, coalesce(row_on <= ${asOf}, false) as is_there, coalesce(here_on <= ${asOf}, false) as is_here
      from reconciliation_tally t where lines > 0
    ), line as (
      select s.kind, s.lines, case when is_here then here_usd else 0 end as here_usd,
        case when is_there then there_usd else 0 end as there_usd,
        case when is_here and is_there then s.state when is_here then 'only_here' else 'only_there' end as state,
        least(case when is_there then row_on end, case when is_here then here_on end) as on_day,
        is_there or ${isCovered(sql`s.here_on`)} as is_line
      from side s where is_there or is_here
    ), open as (
      select min(on_day) as day from line, covered c
      where state <> 'matched' and (is_line or on_day between c.first_from and c.last_until)
    )
    select case when o.day is null then c.last_until when o.day > c.first_from then least(o.day - 1, c.last_until) end
        as "reconciledTo",
      coalesce(sum(d.direction * (l.here_usd - l.there_usd)), 0)::bigint as "differenceUsd",
      ${countOf('only_here')} as "unmatchedHere", ${countOf('only_there')} as "unmatchedThere",
      ${countOf('different')} as different, ${countOf('matched')} as matched
    from covered c cross join open o left join line l on l.is_line left join direction d on d.kind = l.kind
    group by c.first_from, c.last_until, o.day`.execute(trx)
  const [state] = rows
  if (!state) throw new Error('The state of the reconciliation is always one row')
  return state
}

function countOf(state: ReconciliationStateName) {
  return sql`coalesce(sum(l.lines) filter (where l.state = ${state}), 0)::bigint`
}

// An item outside of the days of all extracts is on no line.
const isShown = sql`(l.state <> 'only_here' or ${isCovered(sql`l.here_on`)})`

/** One page of the rows and items in a state, the newest first. */
export async function findReconciliationLines(
  db: Db,
  { state, page }: ReconciliationFilter,
  reader: Locale,
  pageSize: number,
): Promise<{ rows: ReconciliationLine[]; total: number }> {
  const { rows } = await sql<ReconciliationLine>`
    with page as (
      select * from reconciliation_line l where l.state = ${state} and ${isShown}
      order by on_day desc, entry_number desc nulls last, document limit ${pageSize} offset ${(page - 1) * pageSize}
    )
    select coalesce(p.document, p.entry_number || ' ' || p.kind) as id, p.state,
      case when p.document is not null then jsonb_build_object('document', p.document, 'version', r.version,
        'file', x.file_name, 'line', r.line, 'postedOn', p.row_on, 'kind', p.kind, 'text', r.text,
        'usdMinor', p.there_usd,
        'amount', jsonb_build_object('amountMinor', p.there_minor, 'currency', p.there_currency)) end as row,
      case when p.entry_number is not null then jsonb_build_object('entryNumber', p.entry_number,
        'entryKind', p.entry_kind, 'kind', p.kind, 'on', p.here_on, 'document', ${namedDocument},
        'usdMinor', p.here_usd,
        'amount', jsonb_build_object('amountMinor', p.here_minor, 'currency', p.here_currency),
        'payment', m.reference, 'donorName', ${donorNameIn(reader, sql`m.donor_id`)},
        'bankAccount', ${bankAccountOf(sql`p.entry_number`)}) end as item,
      case when k.id is not null then jsonb_build_object('id', k.id, 'basis', k.basis, 'reason', k.reason,
        'by', k.matched_by_name, 'at', k.matched_at) end as match
    from page p
    left join extract_row r on r.document = p.document and r.is_newest left join extract x on x.id = r.extract_id
    left join journal_entry e on e.number = p.entry_number left join payment m on m.id = p.payment_id
    left join reconciliation_match k on p.entry_number is not null and k.document = p.document and k.ended_at is null
    order by p.on_day desc, p.entry_number desc nulls last, p.document`.execute(db)
  const counted = await sumReconciliationStates(db)
  return { rows, total: counted.find((one) => one.state === state)?.lines ?? 0 }
}

export interface StateTotal {
  state: ReconciliationStateName
  lines: number
  hereUsd: number
  thereUsd: number
}

/** How many lines are in each state and what they add up to on either side. */
export async function sumReconciliationStates(db: Db): Promise<StateTotal[]> {
  const { rows } = await sql<StateTotal>`
    select state, sum(lines)::bigint as lines, sum(here_usd)::bigint as "hereUsd", sum(there_usd)::bigint as "thereUsd"
    from reconciliation_tally l where lines > 0 and ${isShown} group by state order by state`.execute(db)
  return rows
}
