import type { CalendarDate } from '@concert/domain/calendar-date'
import type { Locale } from '@concert/domain/locales'
import type { CertainMatch, ExtractKind, JournalItem, MatchBasis } from '@concert/domain/reconciliation'
import type { ReconciledItem } from '@concert/domain/reconciliation-views'
import { sql } from 'kysely'
import type { Db } from './client.ts'
import { donorNameIn } from './donors.ts'
import { journalItems, reconciliationLines } from './reconciliation-lines.ts'

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
    select document, posted_on as "postedOn", kind, usd_minor as "usdMinor",
      jsonb_build_object('amountMinor', amount_minor, 'currency', currency) as amount
    from extract_row d where is_newest
      and not exists (select from reconciliation_match k where k.document = d.document and k.ended_at is null)
    order by document`.execute(db)
  const items = await sql<JournalItem>`
    with ${journalItems()}
    select entry_number as "entryNumber", kind, value_date as "on", usd_minor as "usdMinor", document,
      jsonb_build_object('amountMinor', amount_minor, 'currency', currency) as amount
    from item i where not exists (select from reconciliation_match k
      where k.entry_number = i.entry_number and k.kind = i.kind and k.ended_at is null)
    order by entry_number, kind`.execute(db)
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
    with ${reconciliationLines()}, agreed as (
      select payment_id from line where kind = 'CONTRIBUTION' and state = 'matched'
    )
    update payment m set provisional = not m.provisional
    where m.reversed_by is null and m.provisional = exists (select from agreed a where a.payment_id = m.id)`.execute(db)
  return Number(numAffectedRows ?? 0n)
}

const mostCandidates = 30

/** Items of the document's kind that nothing is matched with: equal amounts first, then the nearest dollars and days. */
export async function findCandidates(db: Db, document: string, reader: Locale): Promise<ReconciledItem[]> {
  const { rows } = await sql<ReconciledItem>`
    with ${journalItems()}
    select i.entry_number as "entryNumber", i.entry_kind as "entryKind", i.kind, i.value_date as "on",
      i.usd_minor as "usdMinor", i.document, m.reference as payment, ${donorNameIn(reader, sql`m.donor_id`)} as "donorName",
      jsonb_build_object('amountMinor', i.amount_minor, 'currency', i.currency) as amount,
      (select a.name from journal_line l join bank_account a on a.id = l.bank_account_id
        where l.entry_number = i.entry_number order by l.position limit 1) as "bankAccount"
    from item i
    join extract_row d on d.document = ${document} and d.is_newest and d.kind = i.kind
    left join payment m on m.id = i.payment_id
    where not exists (select from reconciliation_match k
      where k.entry_number = i.entry_number and k.kind = i.kind and k.ended_at is null)
    order by (i.amount_minor, i.currency) = (d.amount_minor, d.currency) desc, abs(i.usd_minor - d.usd_minor),
      abs(i.value_date - d.posted_on), i.entry_number
    limit ${mostCandidates}`.execute(db)
  return rows
}
