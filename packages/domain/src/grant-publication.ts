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

/**
 * The grants that anyone may see one by one. Public ones are told whole. Those of the region only are listed without name,
 * title, country, currency and amount; withheld ones are not listed. The money of both is told in the pools of numbered
 * releases (grant-pools.ts). Every amount that is published is one of public grants and of whole pools, so that none of
 * one or two hidden grants can be worked out of them.
 */
export function publicGrants(
  grants: readonly PublishableGrant[],
  tree: ReadonlyMap<string, PlaceNode>,
): PublishedGrant[] {
  const of = (visibility: GrantVisibility) => grants.filter((grant) => grant.visibility === visibility)
  return [...of('public').map(asPublic), ...of('region_only').map((grant) => asRegionOnly(grant, tree))]
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
