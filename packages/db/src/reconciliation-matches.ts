import type { CalendarDate } from '@concert/domain/calendar-date'
import type { Locale } from '@concert/domain/locales'
import type { CertainMatch, ExtractKind, JournalItem, MatchBasis } from '@concert/domain/reconciliation'
import type { ReconciledItem } from '@concert/domain/reconciliation-views'
import { sql } from 'kysely'
import type { Db } from './client.ts'
import { donorNameIn } from './donors.ts'
import { bankAccountOf, namedDocument } from './reconciliation-lines.ts'

type OpenRow = {
  document: string
  postedOn: CalendarDate
  kind: ExtractKind
  amount: JournalItem['amount']
  usdMinor: number
}

/** Documents and items that are matched with nothing; items also outside the days of the extracts. */
export async function findUnmatched(db: Db): Promise<{ rows: OpenRow[]; items: JournalItem[] }> {
  const rows = await sql<OpenRow>`
    select document, row_on as "postedOn", kind, there_usd as "usdMinor",
      jsonb_build_object('amountMinor', there_minor, 'currency', there_currency) as amount
    from reconciliation_line where state = 'only_there' order by document`.execute(db)
  const items = await sql<JournalItem>`
    select i.entry_number as "entryNumber", i.kind, i.here_on as "on", i.here_usd as "usdMinor",
      ${namedDocument} as document, jsonb_build_object('amountMinor', i.here_minor, 'currency', i.here_currency) as amount
    from reconciliation_line i
    join journal_entry e on e.number = i.entry_number left join payment m on m.id = i.payment_id
    where i.state = 'only_here' order by i.entry_number, i.kind`.execute(db)
  return { rows: rows.rows, items: items.rows }
}

export interface NewMatch extends Omit<CertainMatch, 'basis'> {
  basis: MatchBasis
  reason: string | null
}

export async function insertMatches(
  db: Db,
  matches: readonly NewMatch[],
  who: { byId: string | null; byName: string },
): Promise<void> {
  await sql`
    insert into reconciliation_match (document, entry_number, kind, basis, reason, matched_by, matched_by_name)
    select document, "entryNumber", kind, basis, reason, ${who.byId}::uuid, ${who.byName}
    from jsonb_to_recordset(${JSON.stringify(matches)})
      as m (document text, "entryNumber" bigint, kind text, basis text, reason text)`.execute(db)
}

/** A payment is provisional until its receipt is matched with a document that says the same. Changes what is not so. */
export async function updateProvisional(db: Db): Promise<number> {
  const { numAffectedRows } = await sql`
    update payment m set provisional = not m.provisional
    where m.reversed_by is null and m.provisional = exists (
      select from reconciliation_line l
      where l.payment_id = m.id and l.kind = 'CONTRIBUTION' and l.state = 'matched')`.execute(db)
  return Number(numAffectedRows ?? 0n)
}

const mostCandidates = 30

/** Items of the document's kind that nothing is matched with: equal amounts first, then the nearest dollars and days. */
export async function findCandidates(db: Db, document: string, reader: Locale): Promise<ReconciledItem[]> {
  const { rows } = await sql<ReconciledItem>`
    select i.entry_number as "entryNumber", i.entry_kind as "entryKind", i.kind, i.here_on as "on",
      i.here_usd as "usdMinor", ${namedDocument} as document, m.reference as payment,
      ${donorNameIn(reader, sql`m.donor_id`)} as "donorName",
      jsonb_build_object('amountMinor', i.here_minor, 'currency', i.here_currency) as amount,
      ${bankAccountOf(sql`i.entry_number`)} as "bankAccount"
    from reconciliation_line i
    join extract_row d on d.document = ${document} and d.is_newest and d.kind = i.kind
    join journal_entry e on e.number = i.entry_number left join payment m on m.id = i.payment_id
    where i.state = 'only_here'
    order by (i.here_minor, i.here_currency) = (d.amount_minor, d.currency) desc, abs(i.here_usd - d.usd_minor),
      abs(i.here_on - d.posted_on), i.entry_number
    limit ${mostCandidates}`.execute(db)
  return rows
}
