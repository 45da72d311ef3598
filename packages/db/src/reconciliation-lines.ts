import { itemSources, kindsWithDocument } from '@concert/domain/reconciliation'
import { type RawBuilder, sql } from 'kysely'

/** Whether a line of the reconciliation lies on days that extracts cover: an item outside of them is missing nowhere. */
export function isCovered(hereOn: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`exists (select from extract x where ${hereOn} between x.from_on and x.until_on)`
}

/** The number of the document that an item's officer named; of the entry `e` and the payment `m`. */
export const namedDocument = sql`case when e.kind = any (${kindsWithDocument}::text[]) then e.reason else m.document end`

/** The name of the account that an entry went through. */
export function bankAccountOf(entry: RawBuilder<unknown>): RawBuilder<string | null> {
  return sql`(select a.name from journal_line l join bank_account a on a.id = l.bank_account_id
    where l.entry_number = ${entry} order by l.position limit 1)`
}

const sources = sql.join(
  itemSources.map(({ entry, account, sign, kind }) => sql`(${entry}, ${account}, ${sql.lit(sign)}, ${kind})`),
)

/**
 * As a table expression `item`, the items of the journal that stand, added up anew from its lines: what was reversed is
 * no item, and neither is its reversal. Only checks read so; everything else reads the lines that are kept.
 */
export function journalItems(): RawBuilder<unknown> {
  return sql`item as (
    select e.number as entry_number, e.kind as entry_kind, s.kind, e.value_date as here_on, m.id as payment_id,
      case when s.kind = 'EXCHANGE_DIFFERENCE' then sum(l.usd_minor) else sum(l.amount_minor) end::bigint * s.sign
        as here_minor,
      case when s.kind = 'EXCHANGE_DIFFERENCE' then 'USD' else min(l.currency) end as here_currency,
      sum(l.usd_minor)::bigint * s.sign as here_usd
    from (values ${sources}) as s (entry, account, sign, kind)
    join journal_entry e on e.kind = s.entry
    join journal_line l on l.entry_number = e.number and l.account = s.account
    left join payment m on m.id = l.payment_id
    where not exists (select from journal_entry r where r.reverses = e.number)
    group by e.number, e.kind, s.kind, s.sign, e.value_date, m.id
    having sum(l.usd_minor) <> 0 or sum(l.amount_minor) <> 0)`
}
