import type { CalendarDate } from '@concert/domain/calendar-date'
import { directionOf, extractKinds, itemSources, kindsWithDocument } from '@concert/domain/reconciliation'
import { type RawBuilder, sql } from 'kysely'

// The one place where a row of an extract and an item of the journal get their state: every list, count and sum of the
// reconciliation reads from it.

const sources = sql.join(
  itemSources.map(({ entry, account, sign, kind }) => sql`(${entry}, ${account}, ${sql.lit(sign)}, ${kind})`),
)
const directions = sql.join(extractKinds.map((kind) => sql`(${kind}, ${sql.lit(directionOf[kind])})`))

// Entries that can be on a line: those of the days from the first to the last that extracts cover, and matched ones.
const compared = sql`
  e.number in (
    select number from journal_entry
    where value_date between (select min(from_on) from extract) and (select max(until_on) from extract)
    union
    select entry_number from reconciliation_match where ended_at is null
  )`

/** The items of the journal that stand: what was reversed is no item, and neither is its reversal. */
function items(among: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select e.number as entry_number, e.kind as entry_kind, s.kind, e.value_date, m.id as payment_id,
      case when s.kind = 'EXCHANGE_DIFFERENCE' then sum(l.usd_minor) else sum(l.amount_minor) end::bigint * s.sign
        as amount_minor,
      case when s.kind = 'EXCHANGE_DIFFERENCE' then 'USD' else min(l.currency) end as currency,
      sum(l.usd_minor)::bigint * s.sign as usd_minor,
      case when e.kind = any (${kindsWithDocument}::text[]) then e.reason
        when s.kind = 'CONTRIBUTION' then m.document end as document
    from (values ${sources}) as s (entry, account, sign, kind)
    join journal_entry e on e.kind = s.entry
    join journal_line l on l.entry_number = e.number and l.account = s.account
    left join payment m on m.id = l.payment_id
    where not exists (select from journal_entry r where r.reverses = e.number) and ${among}
    group by e.number, e.kind, s.kind, s.sign, e.value_date, m.id, m.document, e.reason
    having sum(l.usd_minor) <> 0 or sum(l.amount_minor) <> 0`
}

/**
 * As a table expression `line`: every document of an extract and every item of the journal, each once, in exactly one
 * state; items outside of the days that extracts cover are in none. `direction` turns dollars into what the fund has.
 */
export function reconciliationLines(asOf: CalendarDate | null = null): RawBuilder<unknown> {
  const posted = asOf === null ? sql`` : sql`and d.posted_on <= ${asOf}`
  const among = asOf === null ? compared : sql`${compared} and e.value_date <= ${asOf}`
  return sql`
    item as materialized (${items(among)}),
    direction (kind, direction) as (values ${directions}),
    line as (
      select j.*, direction.direction, case
        when j.row_on is null then 'only_here'
        when j.entry_number is null then 'only_there'
        when (j.here_minor, j.here_currency, j.here_usd) = (j.there_minor, j.there_currency, j.there_usd) then 'matched'
        else 'different' end as state,
        least(j.row_on, j.here_on) as on_day
      from (
        select d.document, d.version, d.extract_id, d.line as row_line, d.posted_on as row_on, d.text,
          d.amount_minor as there_minor, d.currency as there_currency, d.usd_minor as there_usd,
          i.entry_number, i.entry_kind, i.value_date as here_on, i.payment_id, i.document as here_document,
          i.amount_minor as here_minor, i.currency as here_currency, i.usd_minor as here_usd,
          coalesce(d.kind, i.kind) as kind, k.id as match_id
        from (select * from extract_row d where d.is_newest ${posted}) d
        left join reconciliation_match k on k.document = d.document and k.kind = d.kind and k.ended_at is null
        full join item i on i.entry_number = k.entry_number and i.kind = k.kind
      ) j join direction on direction.kind = j.kind
      where j.row_on is not null
        or exists (select from extract x where j.here_on between x.from_on and x.until_on)
    )`
}

/** As a table expression `item`, without the extracts. */
export function journalItems(): RawBuilder<unknown> {
  return sql`item as (${items(sql`true`)})`
}
