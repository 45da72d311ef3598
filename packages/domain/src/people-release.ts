import { z } from 'zod'
import type { PeopleCount } from './activity.ts'
import type { GrantPool } from './grant-publication.ts'
import { type ExactTable, type ToldTable, tell, type UntoldReason, untoldReason } from './suppression.ts'

/** The fixed tables of every release, each a breakdown of the same declared total. */
export const releaseTables = ['year', 'subregion', 'sex_age', 'form'] as const
export type ReleaseTable = (typeof releaseTables)[number]

/** What a table says of people whose activity does not say more. */
export const notSpecified = 'not_specified'
/** People of an activity in more than one subregion: neither repeated nor split by a guess. */
export const severalPlaces = 'several'

/** One public activity with the counts that its agency declared. */
export interface CountedActivity {
  /** The year in which it began. */
  year: number | null
  /** M49 codes of the subregions in which the public sees it. */
  subregions: readonly string[]
  people: readonly PeopleCount[]
}

export interface ReleaseInput {
  assisted: Record<ReleaseTable, ExactTable>
  trained: number
  campaign: number
  /** Activities with a declared total of a kind, and those whose splits say something and whose total nothing. */
  activities: { counted: number; withoutTotal: number }
}

export interface ReleaseContent {
  assisted: Record<ReleaseTable, ToldTable & { held: boolean }>
  trained: number
  campaign: number
  activities: { counted: number; withoutTotal: number }
  /** The money of grants that are not told one by one; missing in releases from before there were pools in them. */
  grants?: { pools: GrantPool[] }
}

/** A release as anyone may read it; of a withdrawn one only that it was. */
export interface PeopleRelease {
  number: number
  releasedAt: string
  hash: string
  withdrawn: { at: string; reason: string } | null
  content: ReleaseContent | null
}

export const releaseMaking = z.strictObject({
  /** The number that the coordinator saw in the preview. */
  number: z.int().positive(),
  /** The digest of what was seen there: what changed since is not released unseen. */
  hash: z.string().length(64),
  idempotencyKey: z.uuid(),
})
export type ReleaseMaking = z.infer<typeof releaseMaking>

export const releaseWithdrawal = z.strictObject({
  number: z.int().positive(),
  reason: z.string().trim().min(3).max(500),
  idempotencyKey: z.uuid(),
})
export type ReleaseWithdrawal = z.infer<typeof releaseWithdrawal>

/**
 * Adds up declared totals, and nothing else. A split that an activity gives beside its total is told as it stands; what
 * the split leaves open is not specified, and so is all of it where the split contradicts the total.
 */
export function gatherRelease(activities: readonly CountedActivity[]): ReleaseInput {
  const tables = Object.fromEntries(releaseTables.map((id) => [id, new Map<string, number>()])) as Record<
    ReleaseTable,
    Map<string, number>
  >
  const add = (id: ReleaseTable, key: string, count: number) => tables[id].set(key, (tables[id].get(key) ?? 0) + count)
  let [total, trained, campaign, counted, withoutTotal] = [0, 0, 0, 0, 0]
  for (const { year, subregions, people } of activities) {
    trained += totalOf(people, 'trained') ?? 0
    campaign += totalOf(people, 'campaign_audience') ?? 0
    const kinds = [...new Set(people.map((row) => row.kind))]
    if (kinds.some((kind) => totalOf(people, kind) !== undefined)) counted += 1
    if (kinds.some((kind) => totalOf(people, kind) === undefined)) withoutTotal += 1
    const assisted = totalOf(people, 'assisted')
    if (assisted === undefined) continue
    total += assisted
    const [place = notSpecified, ...others] = subregions
    add('year', year === null ? notSpecified : String(year), assisted)
    add('subregion', others.length > 0 ? severalPlaces : place, assisted)
    for (const [key, count] of splitOf(people, assisted, sexAgeKeys)) add('sex_age', key, count)
    for (const [key, count] of splitOf(people, assisted, formKeys)) add('form', key, count)
  }
  const assisted = Object.fromEntries(
    releaseTables.map((id) => [id, { total, cells: Object.fromEntries([...tables[id]].toSorted()) }]),
  ) as Record<ReleaseTable, ExactTable>
  return { assisted, trained, campaign, activities: { counted, withoutTotal } }
}

/** What a release tells, after all that was ever told before it, withdrawn releases too. The last one comes last. */
export function tellRelease(input: ReleaseInput, earlier: readonly ReleaseContent[]): ReleaseContent {
  const assisted = Object.fromEntries(
    releaseTables.map((id) => {
      const { table, held } = tell(
        input.assisted[id],
        earlier.map((content) => ({ total: content.assisted[id].total, cells: content.assisted[id].cells })),
      )
      return [id, { ...table, held }]
    }),
  ) as ReleaseContent['assisted']
  return { assisted, trained: input.trained, campaign: input.campaign, activities: input.activities }
}

export type ReleaseReasons = Record<
  ReleaseTable,
  { total: UntoldReason | null; cells: Record<string, UntoldReason | null> }
>

/** Why what a release does not tell is not told; `before` is the last release of all, if there is one. */
export function reasonsOf(
  input: ReleaseInput,
  content: ReleaseContent,
  before: ReleaseContent | undefined,
): ReleaseReasons {
  return Object.fromEntries(
    releaseTables.map((id) => {
      const { cells, total, held } = content.assisted[id]
      const last = before?.assisted[id]
      const exact = input.assisted[id]
      const reasons = Object.entries(cells).map(([key, told]) => {
        const wasUntold = last !== undefined && last.total !== null && last.cells[key] === null
        return [key, untoldReason(exact.cells[key] ?? 0, told, { held, wasUntold })]
      })
      const ofTotal = untoldReason(exact.total, total, { held, wasUntold: last?.total === null })
      return [id, { total: ofTotal, cells: Object.fromEntries(reasons) }]
    }),
  ) as ReleaseReasons
}

/** People assisted in all, where that may be told. Each table has it; one that is held may still have the former one. */
export function assistedTotal(content: ReleaseContent): number | null {
  const standing = releaseTables.find((id) => !content.assisted[id].held) ?? 'year'
  return content.assisted[standing].total
}

function totalOf(people: readonly PeopleCount[], kind: PeopleCount['kind']): number | undefined {
  return people.find((row) => row.kind === kind && !row.sex && !row.ageGroup && !row.form && !row.audience)?.count
}

type KeyOf = (row: PeopleCount) => string | undefined

/** By sex and age group, else by sex, else by age group: the finest split that an activity gives is the only one taken. */
const sexAgeKeys: readonly KeyOf[] = [
  (row) => (row.sex && row.ageGroup && !row.form ? `${row.sex}:${row.ageGroup}` : undefined),
  (row) => (row.sex && !row.ageGroup && !row.form ? `${row.sex}:unknown` : undefined),
  (row) => (row.ageGroup && !row.sex && !row.form ? `unknown:${row.ageGroup}` : undefined),
]
const formKeys: readonly KeyOf[] = [(row) => (row.form && !row.sex && !row.ageGroup ? row.form : undefined)]

function splitOf(people: readonly PeopleCount[], total: number, finestFirst: readonly KeyOf[]): [string, number][] {
  const splits = finestFirst.map((keyOf) =>
    people.flatMap((row): [string, number][] => {
      const key = row.kind === 'assisted' ? keyOf(row) : undefined
      return key === undefined ? [] : [[key, row.count]]
    }),
  )
  const split = splits.find((rows) => rows.length > 0) ?? []
  const sum = split.reduce((all, [, count]) => all + count, 0)
  if (sum > total) return [[notSpecified, total]]
  return sum < total ? [...split, [notSpecified, total - sum]] : split
}
