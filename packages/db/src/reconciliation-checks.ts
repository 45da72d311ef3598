import { sql } from 'kysely'
import type { Db } from './client.ts'
import { journalItems } from './reconciliation-lines.ts'

/**
 * What contradicts the reconciliation, by a calculation of its own: a match with an entry that was taken back, with
 * nothing in the journal or with a document of another kind, and a payment whose mark does not say whether a document
 * agrees with it.
 */
export async function findWrongMatches(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    with ${journalItems()}, standing as (
      select k.* from reconciliation_match k where k.ended_at is null
    )
    select k.document as name from standing k
    where exists (select from journal_entry r where r.reverses = k.entry_number)
      or not exists (select from item i where i.entry_number = k.entry_number and i.kind = k.kind)
      or not exists (select from extract_row d where d.document = k.document and d.is_newest and d.kind = k.kind)
    union all
    select m.reference from payment m
    where m.reversed_by is null and m.provisional = exists (
      select from standing k
      join extract_row d on d.document = k.document and d.is_newest
      join journal_line l on l.entry_number = k.entry_number and l.account = 'unallocated'
      where k.kind = 'CONTRIBUTION' and l.payment_id = m.id and d.kind = k.kind
        and (d.amount_minor, d.currency, d.usd_minor) = (-l.amount_minor, l.currency, -l.usd_minor))
    order by 1`.execute(db)
  return rows.map(({ name }) => name)
}
