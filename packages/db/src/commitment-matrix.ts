import { sql } from 'kysely'
import type { Db } from './client.ts'

export interface MatrixCount {
  number: string
  agencyId: string
  count: number
}

/** Activities of the group by paragraph and agency, of one year of start or of all; from what each write keeps. */
export async function sumParagraphAgencyTallies(db: Db, year: number | undefined): Promise<MatrixCount[]> {
  return db
    .selectFrom('paragraph_agency_tally')
    .select((eb) => ['number', 'agency_id as agencyId', eb.fn.sum<number>('count').as('count')])
    .$if(year !== undefined, (query) => query.where('year', '=', year ?? null))
    .groupBy(['number', 'agency_id'])
    .having((eb) => eb.fn.sum('count'), '<>', 0)
    .execute()
}

/** Years in which activities that answer a paragraph start, the newest first. */
export async function findTalliedYears(db: Db): Promise<number[]> {
  const rows = await db
    .selectFrom('paragraph_agency_tally')
    .select('year')
    .where('year', 'is not', null)
    .groupBy('year')
    .having((eb) => eb.fn.sum('count'), '>', 0)
    .orderBy('year', 'desc')
    .execute()
  return rows.flatMap(({ year }) => (year === null ? [] : [year]))
}

/** Cells whose kept count and a scan of the log disagree. */
export async function findWrongParagraphAgencyTallies(db: Db): Promise<string[]> {
  const { rows } = await sql<{ cell: string }>`
    with scanned as (
      select p.number, a.agency_id, coalesce(extract(year from start_on)::integer, 0) as year, count(*) as count
      from activity
      cross join lateral (select distinct unnest(paragraphs)) p (number)
      cross join lateral (select distinct unnest(agency_ids)) a (agency_id)
      where counted group by 1, 2, 3
    ), kept as (
      select number, agency_id, coalesce(year, 0) as year, sum(count) as count
      from paragraph_agency_tally group by 1, 2, 3 having sum(count) <> 0
    )
    select number || ' ' || agency_id || ' ' || year as cell
    from kept full join scanned using (number, agency_id, year)
    where kept.count is distinct from scanned.count order by cell`.execute(db)
  return rows.map(({ cell }) => cell)
}
