import { type CohortSums, cohortMonths } from '@concert/domain/cohort'
import { sql } from 'kysely'
import type { Db } from './client.ts'

type PublicRow = Omit<CohortSums, 'points'> & CohortSums['points'][number]

/** What the pledges of each meeting came to; meetings with fewer than three donors are not among them. */
export async function sumCohorts(db: Db): Promise<CohortSums[]> {
  const { rows } = await sql<PublicRow>`
    select slug, starts_on as "startsOn", months, pledges, donors, announced_usd as "announcedUsd",
      formalised_usd as "formalisedUsd", received_usd as "receivedUsd"
    from public_cohorts()`.execute(db)
  const cohorts = new Map<string, CohortSums & { points: CohortSums['points'][number][] }>()
  for (const { months, formalisedUsd, receivedUsd, ...cohort } of rows) {
    const known = cohorts.get(cohort.slug) ?? { ...cohort, points: [] }
    known.points.push({ months, formalisedUsd, receivedUsd })
    cohorts.set(cohort.slug, known)
  }
  return [...cohorts.values()]
}

/** Pledges whose milestones, and meetings whose totals, are not what the lines of the journal say. */
export async function findWrongCohorts(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    with told as (
      select p.id, p.reference, p.meeting_id, p.amount_minor, k.months,
        coalesce((
          select sum(l.usd_minor) from journal_line l join journal_entry e on e.number = l.entry_number
          left join journal_entry o on o.number = e.reverses
          where l.pledge_id = p.id and l.account = 'announced' and coalesce(o.kind, e.kind) = 'pledge_announced'
        ), 0) as announced_usd,
        coalesce((
          select -sum(l.amount_minor) from journal_line l join journal_entry e on e.number = l.entry_number
          where l.pledge_id = p.id and l.account = 'pledge_income'
            and e.value_date <= m.starts_on + make_interval(months => k.months)), 0) as formalised,
        coalesce((
          select sum(a.settled_minor) from allocation a join payment y on y.id = a.payment_id
          where a.pledge_id = p.id and a.undone_by is null
            and y.received_on <= m.starts_on + make_interval(months => k.months)), 0) as received
      from pledge p join meeting m on m.id = p.meeting_id
      cross join unnest(${cohortMonths}::integer[]) k (months)
      where p.kind = 'money' and m.starts_on is not null
    )
    select t.reference || ' ' || t.months as name
    from told t left join pledge_milestone s on s.pledge_id = t.id and s.months = t.months
    where (s.meeting_id, s.announced_minor, s.announced_usd, s.formalised_minor, s.received_minor)
      is distinct from (t.meeting_id, t.amount_minor, t.announced_usd::bigint, t.formalised::bigint, t.received::bigint)
    union all
    select m.slug || ' ' || t.months from cohort_tally t join meeting m on m.id = t.meeting_id
    where (t.pledges, t.announced_usd, t.formalised_usd, t.received_usd) is distinct from (
      select (count(*)::integer, coalesce(sum(s.announced_usd), 0)::bigint, coalesce(sum(s.formalised_usd), 0)::bigint,
        coalesce(sum(s.received_usd), 0)::bigint)
      from pledge_milestone s
      where s.meeting_id = t.meeting_id and s.months = t.months and s.announced_usd > 0)
    order by 1`.execute(db)
  return rows.map((row) => row.name)
}
