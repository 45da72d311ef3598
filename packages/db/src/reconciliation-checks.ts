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

/**
 * Lines that are kept and are not what documents and items put beside each other anew give, or the other way round; and
 * sums of the kept tally that are not those of the lines.
 */
export async function findWrongLines(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    with ${journalItems()}, calculated as (
      select d.document, i.entry_number, coalesce(d.kind, i.kind) as kind, d.posted_on as row_on, i.here_on,
        i.entry_kind, i.payment_id, i.here_minor, i.here_currency, i.here_usd, d.amount_minor as there_minor,
        d.currency as there_currency, d.usd_minor as there_usd
      from (select * from extract_row where is_newest) d
      left join reconciliation_match k on k.document = d.document and k.kind = d.kind and k.ended_at is null
      full join item i on i.entry_number = k.entry_number and i.kind = k.kind
    ), kept as (
      select document, entry_number, kind, row_on, here_on, entry_kind, payment_id, here_minor, here_currency, here_usd,
        there_minor, there_currency, there_usd
      from reconciliation_line
    ), summed as (
      select kind, state, row_on, here_on, count(*) as lines, coalesce(sum(here_usd), 0) as here_usd,
        coalesce(sum(there_usd), 0) as there_usd
      from reconciliation_line group by 1, 2, 3, 4
    ), tallied as (
      select kind, state, row_on, here_on, lines, here_usd, there_usd from reconciliation_tally where lines > 0
    )
    select coalesce(document, entry_number || ' ' || kind) as name from (
      (table calculated except table kept) union (table kept except table calculated)) wrong
    union
    select concat_ws(' ', kind, state, row_on, here_on) from (
      (table summed except table tallied) union (table tallied except table summed)) wrong
    order by 1 limit 100`.execute(db)
  return rows.map(({ name }) => name)
}
