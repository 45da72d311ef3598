import type { CalendarDate } from '@concert/domain/calendar-date'
import type { Locale } from '@concert/domain/locales'
import type {
  ReconciliationFilter,
  ReconciliationLine,
  ReconciliationState,
  ReconciliationStateName,
} from '@concert/domain/reconciliation-views'
import { sql } from 'kysely'
import type { Db, Trx } from './client.ts'
import { donorNameIn } from './donors.ts'
import { reconciliationLines } from './reconciliation-lines.ts'

/**
 * How far the books agree with the accounts of record, as of a day. Up to `reconciledTo` nothing is open: the day
 * before the first open line, or the end of the last extract; entries on days between two extracts are open too.
 */
export async function readReconciliationState(trx: Trx, asOf: CalendarDate): Promise<ReconciliationState> {
  const { rows } = await sql<ReconciliationState & { firstFrom: CalendarDate | null }>`
    with ${reconciliationLines(asOf)}, covered as (
      select min(from_on) as first_from, case when count(*) > 0 then least(max(until_on), ${asOf}) end as last_until from extract where from_on <= ${asOf}
    ), open as (
      select min(on_day) as day from (
        select on_day from line where state <> 'matched'
        union all
        select i.value_date from item i, covered c
        where i.value_date between c.first_from and c.last_until
          and not exists (select from line where line.entry_number = i.entry_number and line.kind = i.kind)
      ) days
    )
    select case when o.day is null then c.last_until when o.day > c.first_from then least(o.day - 1, c.last_until) end
        as "reconciledTo",
      coalesce(sum(l.direction * (coalesce(l.here_usd, 0) - coalesce(l.there_usd, 0))), 0)::bigint as "differenceUsd",
      count(*) filter (where l.state = 'only_here') as "unmatchedHere",
      count(*) filter (where l.state = 'only_there') as "unmatchedThere",
      count(*) filter (where l.state = 'different') as different,
      count(*) filter (where l.state = 'matched') as matched
    from covered c cross join open o left join line l on true
    group by c.first_from, c.last_until, o.day`.execute(trx)
  const [state] = rows
  if (!state) throw new Error('The state of the reconciliation is always one row')
  return state
}

/** One page of the rows and items in a state, the newest first. */
export async function findReconciliationLines(
  db: Db,
  { state, page }: ReconciliationFilter,
  reader: Locale,
  pageSize: number,
): Promise<{ rows: ReconciliationLine[]; total: number }> {
  const { rows } = await sql<ReconciliationLine>`
    with ${reconciliationLines()}, page as (
      select * from line where state = ${state}
      order by on_day desc, entry_number desc nulls last, document limit ${pageSize} offset ${(page - 1) * pageSize}
    )
    select coalesce(p.document, p.entry_number || ' ' || p.kind) as id, p.state,
      case when p.row_on is not null then jsonb_build_object('document', p.document, 'version', p.version,
        'file', (select x.file_name from extract x where x.id = p.extract_id), 'line', p.row_line,
        'postedOn', p.row_on, 'kind', p.kind, 'text', p.text, 'usdMinor', p.there_usd,
        'amount', jsonb_build_object('amountMinor', p.there_minor, 'currency', p.there_currency)) end as row,
      case when p.entry_number is not null then jsonb_build_object('entryNumber', p.entry_number,
        'entryKind', p.entry_kind, 'kind', p.kind, 'on', p.here_on, 'document', p.here_document,
        'usdMinor', p.here_usd,
        'amount', jsonb_build_object('amountMinor', p.here_minor, 'currency', p.here_currency),
        'payment', m.reference, 'donorName', ${donorNameIn(reader, sql`m.donor_id`)},
        'bankAccount', (select a.name from journal_line l join bank_account a on a.id = l.bank_account_id
          where l.entry_number = p.entry_number order by l.position limit 1)) end as item,
      case when k.id is not null then jsonb_build_object('id', k.id, 'basis', k.basis, 'reason', k.reason,
        'by', k.matched_by_name, 'at', k.matched_at) end as match
    from page p left join payment m on m.id = p.payment_id left join reconciliation_match k on k.id = p.match_id
    order by p.on_day desc, p.entry_number desc nulls last, p.document`.execute(db)
  const counted = await sql<{ total: number }>`
    with ${reconciliationLines()} select count(*) as total from line where state = ${state}`.execute(db)
  return { rows, total: counted.rows[0]?.total ?? 0 }
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
    with ${reconciliationLines()}
    select state, count(*) as lines, coalesce(sum(here_usd), 0)::bigint as "hereUsd",
      coalesce(sum(there_usd), 0)::bigint as "thereUsd"
    from line group by state order by state`.execute(db)
  return rows
}
