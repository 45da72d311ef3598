import {
  type ActivityFilter,
  activitiesPerPage,
  type NarrowingField,
  narrowedBy,
} from '@concert/domain/activity-filter'
import type { Readership } from '@concert/domain/activity-view'
import { type RawBuilder, sql } from 'kysely'
import { findRareActivities, sumOneTally } from './activities-rare.ts'
import { isAtWorkIn } from './activity-period.ts'
import type { Db } from './client.ts'

/** Beyond this many rows a list says "more than", and a chart asks to narrow the filter. */
export const countLimit = 10_000

type Condition = RawBuilder<unknown>

/** A filter as SQL: where its rows come from, what they must meet, and an order that an index already has. */
export interface Narrowed {
  from: RawBuilder<unknown>
  where: RawBuilder<unknown>
  order: RawBuilder<unknown>
  id: RawBuilder<unknown>
  /** How many rows there are, where that is known without counting them; `many` is more than `countLimit`. */
  total: number | 'many' | undefined
}

/**
 * Chooses the way to the rows: the few that hold rare codes or words; else along the dates of a place (`d`) or of an
 * agency where one is asked for; else along all dates (`a`, the activity itself). Members see what counts, unless they
 * ask for drafts or for what was imported and not accepted. `when` is a further condition on dates: it is given the start
 * as it stands on the way, and may name the columns of the activity (`a`).
 */
export async function narrow(
  db: Db,
  filter: ActivityFilter,
  readership: Readership,
  when?: (start: RawBuilder<unknown>) => RawBuilder<unknown>,
): Promise<Narrowed> {
  const agencyIds = filter.agency && (await findAgencyIds(db, filter.agency))
  const placeCode = filter.place && (await findPlaceCode(db, filter.place))
  const words = filter.q === undefined ? [] : await foldedWords(db, filter.q)
  const isOpen = filter.visibility !== undefined || filter.relevance !== undefined
  const scope = isOpen && readership === 'group' ? null : readership

  const kept = await sumOneTally(db, filter, agencyIds, scope)
  const isCommon = kept !== undefined && kept > countLimit
  const rare =
    isCommon || isAlongOneAgency(filter, agencyIds)
      ? undefined
      : await findRareActivities(db, { filter, agencyIds, words }, scope, countLimit)
  const along = rare?.ids ? 'activity' : wayOf(filter, placeCode, agencyIds)
  const way = along === 'activity' ? 'a' : 'd'
  const onWay: Condition[] = []
  // Not LIKE: the planner would take any word for a rare one and sort the whole log to find it.
  const onActivity: Condition[] = [...onColumns(filter), ...words.map((word) => sql`strpos(a.search, ${word}) > 0`)]
  if (filter.q && words.length === 0) onActivity.push(sql`false`)
  if (rare?.ids) onActivity.push(sql`a.id = any (${rare.ids}::uuid[])`)

  if (readership === 'public') onWay.push(sql`${sql.ref(`${way}.audience`)} = 'public'`)
  else if (isOpen) {
    onActivity.push(sql`a.visibility = any (${filter.visibility ?? ['group', 'public']})`)
    onActivity.push(sql`a.relevance = any (${filter.relevance ?? ['own', 'relevant']})`)
  } else onWay.push(sql`${sql.ref(`${way}.counted`)}`)

  if (along === 'activity_area') onWay.push(sql`d.place_code = ${placeCode} and d.scope = ${readership}`)
  else if (placeCode) {
    onActivity.push(sql`exists (select from activity_area r
      where r.activity_id = a.id and r.place_code = ${placeCode} and r.scope = ${readership})`)
  }
  if (along === 'activity_agency') onWay.push(sql`d.agency_id = ${agencyIds?.[0]}`)
  else if (agencyIds) {
    onActivity.push(sql`exists (select from activity_agency g
      where g.activity_id = a.id and g.agency_id = any (${agencyIds}::uuid[]))`)
  }
  const start = sql.ref(`${way}.start_on`)
  if (filter.year) {
    const [from, to] = [`${filter.year}-01-01`, `${filter.year + 1}-01-01`]
    onWay.push(sql`${start} >= ${from}::date and ${start} < ${to}::date`)
  }
  const period = { from: filter.workFrom, until: filter.workUntil }
  const isOfPeriod = period.from !== undefined || period.until !== undefined
  if (isOfPeriod) onActivity.push(isAtWorkIn(period))
  if (when) onActivity.push(when(start))

  const id = sql.ref(along === 'activity' ? 'a.id' : 'd.activity_id')
  const joined = onActivity.length > 0 ? sql`join activity a on a.id = d.activity_id` : sql``
  const isMany = rare !== undefined && rare.ids === null && !placeCode && !isOfPeriod && words.length <= 1
  return {
    from: along === 'activity' ? sql`activity a` : sql`${sql.table(along)} d ${joined}`,
    where: sql.join([...onWay, ...onActivity], sql` and `),
    order: orderOf(filter, start, id),
    id,
    total: kept ?? (isMany ? 'many' : undefined),
  }
}

/** The ids of one page, in order. */
export async function findNarrowedIds(db: Db, filter: ActivityFilter, narrowed: Narrowed): Promise<string[]> {
  const size = filter.pageSize ?? activitiesPerPage
  const skipped = ((filter.page ?? 1) - 1) * size
  if (typeof narrowed.total === 'number' && skipped >= narrowed.total) return []
  const { rows } = await sql<{ id: string }>`
    select ${narrowed.id} as id from ${narrowed.from} where ${narrowed.where}
    order by ${narrowed.order} limit ${size} offset ${skipped}`.execute(db)
  return rows.map((row) => row.id)
}

/** How many rows there are, counting no further than one past the limit. */
export async function countNarrowed(db: Db, narrowed: Narrowed): Promise<number> {
  if (narrowed.total === 'many') return countLimit + 1
  if (narrowed.total !== undefined) return narrowed.total
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (
      select from ${narrowed.from} where ${narrowed.where} limit ${countLimit + 1}) counted`.execute(db)
  return rows[0]?.count ?? 0
}

function wayOf(filter: ActivityFilter, placeCode: string | undefined, agencyIds: string[] | undefined) {
  if (filter.sort === 'updated') return 'activity'
  if (placeCode) return 'activity_area'
  return agencyIds?.length === 1 ? 'activity_agency' : 'activity'
}

/** One agency and its years alone: its own dates lead straight to the page. */
function isAlongOneAgency(filter: ActivityFilter, agencyIds: string[] | undefined): boolean {
  const straight: NarrowingField[] = ['agency', 'year']
  return (
    agencyIds?.length === 1 && filter.sort !== 'updated' && narrowedBy(filter).every((one) => straight.includes(one))
  )
}

function onColumns(filter: ActivityFilter): Condition[] {
  const conditions: Condition[] = []
  const oneOf = (column: string, codes: readonly string[] | undefined) => {
    if (codes) conditions.push(sql`${sql.ref(column)} = any (${codes})`)
  }
  const anyOf = (column: string, codes: readonly string[] | undefined) => {
    if (codes) conditions.push(sql`${sql.ref(column)} && ${codes}::text[]`)
  }
  oneOf('a.kind', filter.kind)
  oneOf('a.status', filter.status)
  oneOf('a.level', filter.level)
  anyOf('a.pillars', filter.pillar)
  anyOf('a.sdg_targets', filter.sdg)
  anyOf('a.forms', filter.form)
  anyOf('a.audiences', filter.audience)
  anyOf('a.tags', filter.tag)
  anyOf('a.paragraphs', filter.paragraph)
  return conditions
}

async function foldedWords(db: Db, text: string): Promise<string[]> {
  const { rows } = await sql<{ words: string }>`select fold_text(${text}) as words`.execute(db)
  return (rows[0]?.words ?? '').split(' ').filter((word) => word !== '')
}

function orderOf(filter: ActivityFilter, start: RawBuilder<unknown>, id: RawBuilder<unknown>): RawBuilder<unknown> {
  if (filter.sort === 'updated') return sql`a.updated_at desc, a.id desc`
  if (filter.sort === 'oldest') return sql`${start} asc nulls first, ${id} asc`
  return sql`${start} desc nulls last, ${id} desc`
}

async function findAgencyIds(db: Db, slugs: readonly string[]): Promise<string[]> {
  const rows = await db.selectFrom('agency').select('id').where('slug', 'in', slugs).execute()
  return rows.map((row) => row.id)
}

async function findPlaceCode(db: Db, code: string): Promise<string> {
  const row = await db
    .selectFrom('place')
    .select('code')
    .where((eb) => eb.or([eb('code', '=', code), eb('iso3', '=', code)]))
    .executeTakeFirst()
  return row?.code ?? code
}
