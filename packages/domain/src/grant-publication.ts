import type { AidKind, GrantVisibility } from './codelists.ts'
import type { Money } from './money.ts'
import { type PlaceNode, subregionOf } from './place-coarsening.ts'

/** How many grants whose amounts are not told one by one stand together at least. */
export const leastTogether = 3

/** An awarded grant as the fund knows it; `awarded` after cuts, `disbursed` after refunds, `…Usd` in US cents. */
export interface PublishableGrant {
  reference: string
  /** Says nothing by itself, and leads nowhere else. */
  publicId: string
  visibility: GrantVisibility
  callId: string
  granteeId: string
  placeCode: string
  aidKinds: readonly AidKind[]
  title: string
  awarded: Money
  awardedUsd: number
  disbursedUsd: number
}

/** A grant as anyone may see it. Where only its region is told, whatever could name it or its country is null. */
export interface PublishedGrant {
  /** The reference; of a grant that is told by its region only, an id that leads nowhere else. */
  id: string
  visibility: Exclude<GrantVisibility, 'withheld'>
  callId: string
  granteeId: string | null
  placeCode: string
  aidKinds: readonly AidKind[]
  title: string | null
  awarded: Money | null
  awardedUsd: number | null
  disbursedUsd: number | null
}

/** Three grants or more that are told together: those of a call, or of calls that follow each other. */
export interface GrantPool {
  firstCallId: string
  lastCallId: string
  /** How many grants in it are withheld; 0 where it is the money of grants that are listed by their region. */
  withheld: number
  awardedUsd: number
  disbursedUsd: number
}

export interface PublishedGrants {
  rows: PublishedGrant[]
  pools: GrantPool[]
}

/**
 * What anyone may know of the grants. Public ones are told whole. Those of the region only are listed without name,
 * title, country, currency and amount; withheld ones are not listed. The money of both is told in pools: at least three
 * grants of one call, else together with the calls that follow. Where one of the two has fewer than three in all, both
 * share one pool over all calls; fewer than three together are in no public amount. Every amount that is published is
 * one of public grants and of whole pools, so that none of one or two hidden grants can be worked out of them.
 * `calls` are the ids of all calls in the order of time.
 */
export function publicGrants(
  grants: readonly PublishableGrant[],
  calls: readonly string[],
  tree: ReadonlyMap<string, PlaceNode>,
): PublishedGrants {
  const of = (visibility: GrantVisibility) => grants.filter((grant) => grant.visibility === visibility)
  const regionOnly = of('region_only')
  return {
    rows: [...of('public').map(asPublic), ...regionOnly.map((grant) => asRegionOnly(grant, tree))],
    pools: poolsOf(regionOnly, of('withheld'), calls),
  }
}

function asPublic(grant: PublishableGrant): PublishedGrant {
  const { reference, callId, granteeId, placeCode, aidKinds, title, awarded, awardedUsd, disbursedUsd } = grant
  const facts = { callId, granteeId, placeCode, aidKinds, title, awarded, awardedUsd, disbursedUsd }
  return { id: reference, visibility: 'public', ...facts }
}

function asRegionOnly(grant: PublishableGrant, tree: ReadonlyMap<string, PlaceNode>): PublishedGrant {
  const { publicId, callId, placeCode, aidKinds } = grant
  const unsaid = { granteeId: null, title: null, awarded: null, awardedUsd: null, disbursedUsd: null }
  const place = subregionOf(placeCode, tree)
  return { id: publicId, visibility: 'region_only', callId, placeCode: place, aidKinds, ...unsaid }
}

function poolsOf(
  regionOnly: readonly PublishableGrant[],
  withheld: readonly PublishableGrant[],
  calls: readonly string[],
): GrantPool[] {
  if (isSafe(regionOnly) && isSafe(withheld)) {
    return [...together(regionOnly, calls, false), ...together(withheld, calls, true)]
  }
  const hidden = [...regionOnly, ...withheld]
  const [firstCallId, lastCallId] = [calls[0], calls.at(-1)]
  if (!isSafe(hidden) || firstCallId === undefined || lastCallId === undefined) return []
  const told = isSafe(withheld) ? withheld.length : 0
  return [{ firstCallId, lastCallId, withheld: told, ...moneyOf(hidden) }]
}

function isSafe(grants: readonly PublishableGrant[]): boolean {
  return grants.length === 0 || grants.length >= leastTogether
}

/** In the order of the calls; what is left at the end joins the pool before it. */
function together(grants: readonly PublishableGrant[], calls: readonly string[], areWithheld: boolean): GrantPool[] {
  const groups: PublishableGrant[][] = []
  let group: PublishableGrant[] = []
  for (const callId of calls) {
    group = [...group, ...grants.filter((grant) => grant.callId === callId)]
    if (group.length < leastTogether) continue
    groups.push(group)
    group = []
  }
  const rest = group
  return groups.map((members, index) => {
    const all = index === groups.length - 1 ? [...members, ...rest] : members
    const spanned = calls.filter((callId) => all.some((grant) => grant.callId === callId))
    const [firstCallId = '', lastCallId = firstCallId] = [spanned[0], spanned.at(-1)]
    return { firstCallId, lastCallId, withheld: areWithheld ? all.length : 0, ...moneyOf(all) }
  })
}

function moneyOf(grants: readonly PublishableGrant[]) {
  return {
    awardedUsd: grants.reduce((sum, grant) => sum + grant.awardedUsd, 0),
    disbursedUsd: grants.reduce((sum, grant) => sum + grant.disbursedUsd, 0),
  }
}

/** One line of a breakdown. `awardedUsd` is the money of the grants that are told whole. */
export interface GrantLine<Key extends string = string> {
  key: Key
  /** Every grant that is listed, those of the region only too. */
  grants: number
  awardedUsd: number
}

/** `several`: grants of more than one kind of aid, whose money is neither repeated nor split. */
export type AidLine = AidKind | 'several'

export interface GrantTotals {
  grants: number
  awardedUsd: number
  disbursedUsd: number
  /** Grants that are not listed at all, and the money of all that is told in pools: in no line of a breakdown. */
  withheld: number
  pooledUsd: number
  byCall: GrantLine[]
  bySubregion: GrantLine[]
  byKind: GrantLine<AidLine>[]
}

type CountedGrant = Pick<PublishedGrant, 'callId' | 'placeCode' | 'aidKinds' | 'awardedUsd' | 'disbursedUsd'>

/** Every public total: made of what is published and of nothing else. */
export function totalsOf(
  { rows, pools }: { rows: readonly CountedGrant[]; pools: readonly GrantPool[] },
  tree: ReadonlyMap<string, PlaceNode>,
): GrantTotals {
  const sum = <Row>(of: readonly Row[], value: (row: Row) => number | null) =>
    of.reduce((total, row) => total + (value(row) ?? 0), 0)
  const withheld = sum(pools, (pool) => pool.withheld)
  const pooledUsd = sum(pools, (pool) => pool.awardedUsd)
  return {
    grants: rows.length + withheld,
    awardedUsd: sum(rows, (row) => row.awardedUsd) + pooledUsd,
    disbursedUsd: sum(rows, (row) => row.disbursedUsd) + sum(pools, (pool) => pool.disbursedUsd),
    withheld,
    pooledUsd,
    byCall: linesOf(rows, (row) => row.callId),
    bySubregion: linesOf(rows, (row) => subregionOf(row.placeCode, tree)),
    byKind: linesOf(rows, aidLineOf),
  }
}

function aidLineOf({ aidKinds }: CountedGrant): AidLine {
  const [only, ...others] = aidKinds
  return only === undefined || others.length > 0 ? 'several' : only
}

function linesOf<Key extends string>(
  rows: readonly CountedGrant[],
  keyOf: (row: CountedGrant) => Key,
): GrantLine<Key>[] {
  const lines = new Map<Key, GrantLine<Key>>()
  for (const row of rows) {
    const key = keyOf(row)
    const { grants, awardedUsd } = lines.get(key) ?? { grants: 0, awardedUsd: 0 }
    lines.set(key, { key, grants: grants + 1, awardedUsd: awardedUsd + (row.awardedUsd ?? 0) })
  }
  return [...lines.values()]
}
