import { type ActivityFilter, type NarrowingField, narrowedBy } from '@concert/domain/activity-filter'
import type { Readership } from '@concert/domain/activity-view'
import { sql } from 'kysely'
import type { Db } from './client.ts'

const coded = ['pillar', 'kind', 'form', 'audience', 'tag', 'sdg', 'status', 'level', 'paragraph'] as const

/** How many activities hold the one code that a filter consists of, as kept; undefined for any other filter. */
export async function sumOneTally(
  db: Db,
  filter: ActivityFilter,
  agencyIds: readonly string[] | undefined,
  scope: Readership | null,
): Promise<number | undefined> {
  const [field, ...others] = narrowedBy(filter)
  if (scope === null || others.length > 0 || field === undefined) return undefined
  const keys = keysOf(field, filter, agencyIds)
  if (keys?.length !== 1) return undefined
  const { rows } = await sql<{ total: number }>`
    select coalesce(sum(count), 0) as total from activity_tally
    where scope = ${scope} and dimension = ${field} and key = ${keys[0]}`.execute(db)
  return rows[0]?.total
}

/**
 * The activities that hold the filter's codes and its longest word, through the index that row-level security keeps a
 * query from using; `ids` is null when there are more than `most`. Undefined when the filter has neither.
 */
export async function findRareActivities(
  db: Db,
  wanted: { filter: ActivityFilter; agencyIds: readonly string[] | undefined; words: readonly string[] },
  scope: Readership | null,
  most: number,
): Promise<{ ids: string[] | null } | undefined> {
  const facets = facetsOf(wanted.filter, wanted.agencyIds)
  const longest = wanted.words.toSorted((a, b) => b.length - a.length)[0] ?? null
  if (facets === null && longest === null) return undefined
  const { rows } = await sql<{ ids: string[] | null }>`
    select rare_activities(${facets}::tsquery, ${longest}, ${scope}, ${most}) as ids`.execute(db)
  return rows[0]
}

/** Any code of each field, of every field: `('kind:TA' | 'kind:CAPB') & 'pillar:PREV'`. */
function facetsOf(filter: ActivityFilter, agencyIds: readonly string[] | undefined): string | null {
  const fields = ([...coded, 'agency', 'year'] as const).flatMap((field) => {
    const keys = keysOf(field, filter, agencyIds)
    if (keys === undefined) return []
    const lexemes = keys.map((key) => `'${`${field}:${key}`.replaceAll("'", "''")}'`)
    return [`(${lexemes.length > 0 ? lexemes.join(' | ') : "'none'"})`]
  })
  return fields.length > 0 ? fields.join(' & ') : null
}

function keysOf(
  field: NarrowingField,
  filter: ActivityFilter,
  agencyIds: readonly string[] | undefined,
): readonly string[] | undefined {
  if (field === 'agency') return agencyIds
  if (field === 'year') return filter.year === undefined ? undefined : [String(filter.year)]
  const code = coded.find((one) => one === field)
  return code && filter[code]
}
