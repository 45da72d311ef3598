import { sql } from 'kysely'
import type { Db } from './client.ts'

/** Grants whose kept balance is not the sum of their lines, by a calculation of its own. */
export async function findWrongGrantBalances(db: Db): Promise<string[]> {
  return namesOf(
    db,
    sql`
      with told as (
        select l.grant_id, l.account, l.amount_minor, l.usd_minor,
          coalesce((select o.kind from journal_entry o where o.number = e.reverses), e.kind) as kind
        from journal_line l join journal_entry e on e.number = l.entry_number where l.grant_id is not null
      ), summed as (
        select g.id, g.reference,
          coalesce(sum(case when t.account = 'grant_expense' and t.kind = 'grant_awarded' then t.amount_minor end), 0) as awarded,
          coalesce(sum(case when t.account = 'grant_expense' and t.kind = 'grant_cut' then -t.amount_minor end), 0) as cut,
          coalesce(sum(case when t.account = 'grant_expense' and t.kind = 'grant_refunded' then -t.amount_minor end), 0) as refunded,
          coalesce(sum(case when t.account = 'grant_expense' and t.kind = 'grant_awarded' then t.usd_minor end), 0) as awarded_usd,
          coalesce(sum(case when t.account = 'grant_expense' and t.kind = 'grant_cut' then -t.usd_minor end), 0) as cut_usd,
          coalesce(sum(case when t.account = 'grant_expense' and t.kind = 'grant_refunded' then -t.usd_minor end), 0) as refunded_usd,
          coalesce(sum(case when t.account = 'cash' and t.kind = 'grant_disbursed' then -t.usd_minor end), 0) as disbursed_usd,
          coalesce(sum(case when t.account = 'grants_payable' then -t.amount_minor end), 0) as payable,
          coalesce(sum(case when t.account = 'grants_payable' then -t.usd_minor end), 0) as payable_usd
        from fund_grant g left join told t on t.grant_id = g.id group by g.id
      )
      select s.reference as name from summed s join grant_balance b on b.grant_id = s.id
      where (b.awarded_minor, b.cut_minor, b.refunded_minor, b.awarded_usd, b.cut_usd, b.refunded_usd, b.disbursed_usd,
          b.payable_minor, b.payable_usd, b.disbursed_minor)
        is distinct from (s.awarded, s.cut, s.refunded, s.awarded_usd, s.cut_usd, s.refunded_usd, s.disbursed_usd,
          s.payable, s.payable_usd, s.awarded - s.cut - s.payable)`,
  )
}

/** Grants that were paid more than they were awarded, or awarded other than approved. */
export async function findOverpaidGrants(db: Db): Promise<string[]> {
  return namesOf(
    db,
    sql`
      select g.reference as name from fund_grant g
      join lateral (
        select coalesce(sum(l.amount_minor) filter (where l.account = 'grant_expense'
            and coalesce(o.kind, e.kind) = 'grant_awarded'), 0) as awarded,
          coalesce(sum(l.amount_minor) filter (where l.account = 'grants_payable'
            and coalesce(o.kind, e.kind) = 'grant_disbursed'), 0) as disbursed
        from journal_line l join journal_entry e on e.number = l.entry_number
        left join journal_entry o on o.number = e.reverses
        where l.grant_id = g.id
      ) t on true
      where t.disbursed > t.awarded or t.awarded not in (0, coalesce(g.approved_minor, 0))`,
  )
}

/** Grants whose instalments do not add up to what was approved. */
export async function findUnevenGrantPlans(db: Db): Promise<string[]> {
  return namesOf(
    db,
    sql`
      select g.reference as name from fund_grant g
      join lateral (select sum(i.amount_minor) as planned from grant_instalment i where i.grant_id = g.id) p on true
      where p.planned is distinct from g.approved_minor and p.planned is not null`,
  )
}

async function namesOf(db: Db, query: ReturnType<typeof sql>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`${query} order by 1`.execute(db)
  return rows.map((row) => row.name)
}
