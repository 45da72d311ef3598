import { sql } from 'kysely'
import type { Db } from './client.ts'
import { entriesPerBlock } from './statement.ts'

const block = sql.lit(entriesPerBlock)

/** Days, months and blocks of entries whose kept tally is not the sum of their lines, by a calculation of its own. */
export async function findWrongJournalTallies(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    with told as (
      select e.value_date, date_trunc('month', e.value_date)::date as month, e.number,
        coalesce((select o.kind from journal_entry o where o.number = e.reverses), e.kind) as kind,
        l.account, l.currency, l.amount_minor, l.usd_minor, l.pledge_id
      from journal_line l join journal_entry e on e.number = l.entry_number
    ), days as (
      select value_date, kind, account, currency, sum(amount_minor) as amount, sum(usd_minor) as usd,
        count(distinct number) as entries
      from told group by value_date, kind, account, currency
    ), keyed as (
      select t.month, 'donor' as dimension, p.donor_id::text as key, t.account, t.usd_minor
      from told t join pledge p on p.id = t.pledge_id
      union all
      select t.month, 'meeting', coalesce(p.meeting_id::text, 'none'), t.account, t.usd_minor
      from told t join pledge p on p.id = t.pledge_id
    ), months as (
      select month, dimension, key,
        sum(case when account = 'announced' then usd_minor else 0 end) as announced,
        sum(case when account = 'pledge_income' then -usd_minor else 0 end) as formalised,
        sum(case when account = 'unallocated' then usd_minor else 0 end) as received,
        sum(case when account = 'receivable' then usd_minor else 0 end) as outstanding
      from keyed where account in ('announced', 'pledge_income', 'unallocated', 'receivable')
      group by month, dimension, key
    )
    select concat_ws(' ', coalesce(d.value_date, t.value_date), coalesce(d.kind, t.kind), coalesce(d.account, t.account),
      coalesce(d.currency, t.currency)) as name
    from days d full join journal_day_tally t using (value_date, kind, account, currency)
    where (t.amount_minor, t.usd_minor, t.entries) is distinct from (d.amount, d.usd, d.entries)
    union all
    select concat_ws(' ', coalesce(m.month, t.month), coalesce(m.dimension, t.dimension), coalesce(m.key, t.key))
    from months m full join fund_month_tally t using (month, dimension, key)
    where (t.announced_usd, t.formalised_usd, t.received_usd, t.outstanding_usd)
      is distinct from (m.announced, m.formalised, m.received, m.outstanding)
    union all
    select concat_ws(' ', 'block', coalesce(b.block, t.block), coalesce(b.value_date, t.value_date),
      coalesce(b.kind, t.kind), coalesce(b.account, t.account))
    from (
      select ((number - 1) / ${block})::integer as block, value_date, kind, account, sum(usd_minor) as usd
      from told where number <= (select max(number) from journal_entry) / ${block} * ${block} group by 1, 2, 3, 4
    ) b full join journal_block_tally t using (block, value_date, kind, account)
    where t.usd_minor is distinct from b.usd
    union all
    select concat_ws(' ', coalesce(r.year, t.year), coalesce(r.account, t.account), coalesce(r.currency, t.currency),
      coalesce(r.rate_date, t.rate_date))
    from (
      select extract(year from e.value_date)::integer as year, l.account, l.currency, l.rate_date, l.rate, l.rate_source,
        count(*) filter (where e.reverses is null) - count(*) filter (where e.reverses is not null) as lines
      from journal_line l join journal_entry e on e.number = l.entry_number
      where l.rate is not null and l.currency <> 'USD' group by 1, 2, 3, 4, 5, 6
    ) r full join rate_use_tally t using (year, account, currency, rate_date, rate, rate_source)
    where r.lines is distinct from t.lines
    order by 1`.execute(db)
  return rows.map((row) => row.name)
}
