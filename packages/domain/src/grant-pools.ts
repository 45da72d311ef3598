import type { GrantVisibility } from './codelists.ts'
import { type GrantPool, leastTogether } from './grant-publication.ts'

/** A grant whose amounts are not told one by one, as a release counts it in a pool. `…Usd` in US cents. */
export interface PoolMember {
  grantId: string
  visibility: Exclude<GrantVisibility, 'public'>
  awardedUsd: number
  disbursedUsd: number
}

/** Grants that a release tells together. `position` is the pool's for ever. */
export interface ReleasedPool {
  position: number
  firstCallId: string
  lastCallId: string
  members: PoolMember[]
}

/** The pools of each release, oldest first, withdrawn ones too: whatever was told stays known. */
export type PoolHistory = readonly (readonly ReleasedPool[])[]

/** A grant as the fund knows it now; `wasPublic`: its amounts were told once, and nobody can be made to forget them. */
export interface PoolableGrant {
  grantId: string
  callId: string
  visibility: GrantVisibility
  wasPublic: boolean
  awardedUsd: number
  disbursedUsd: number
}

const amounts = ['awardedUsd', 'disbursedUsd'] as const

/**
 * The pools of the next release. Grants that no release has told yet form new pools of at least three, of one call or of
 * calls that follow each other; fewer wait. A pool stays what it is: it loses who is told whole by now, and tells other
 * amounts only when at least three of its grants have amounts that were never told of them. Each telling then holds three
 * unknowns that no earlier one holds, so that no two releases, nor any others, can be subtracted to fewer than three
 * grants. Grants that were public once do not count towards three. `calls` are the ids of all calls in the order of time.
 */
export function nextPools(
  grants: readonly PoolableGrant[],
  history: PoolHistory,
  calls: readonly string[],
): ReleasedPool[] {
  const now = new Map(grants.map((grant) => [grant.grantId, grant]))
  const kept = (history.at(-1) ?? []).flatMap((pool) => retold(pool, now, history) ?? [])
  const told = new Set(membersOf(history).map(({ grantId }) => grantId))
  const untold = grants.filter((grant) => isHidden(grant) && grant.awardedUsd > 0 && !told.has(grant.grantId))
  const first = Math.max(0, ...history.flat().map(({ position }) => position)) + 1
  const formed = (['region_only', 'withheld'] as const)
    .flatMap((visibility) => formedOf(untold, visibility, calls))
    .map((pool, index) => ({ position: first + index, ...pool }))
  return [...kept, ...formed]
}

/** What anyone reads of the pools. How many are withheld is told from three. */
export function toldPools(pools: readonly ReleasedPool[]): GrantPool[] {
  return pools.map(({ firstCallId, lastCallId, members }) => {
    const withheld = members.filter(({ visibility }) => visibility === 'withheld').length
    return {
      firstCallId,
      lastCallId,
      withheld: withheld < leastTogether ? 0 : withheld,
      awardedUsd: members.reduce((sum, member) => sum + member.awardedUsd, 0),
      disbursedUsd: members.reduce((sum, member) => sum + member.disbursedUsd, 0),
    }
  })
}

/**
 * Whether a grant may be told whole without giving others away: in no telling of its pool may fewer than three grants,
 * or changes of fewer than three, be left once its own amounts are known. `known` are grants told whole now or ever.
 */
export function mayTellWhole(grantId: string, history: PoolHistory, known: ReadonlySet<string>): boolean {
  const pool = history.flat().find(({ members }) => members.some((member) => member.grantId === grantId))
  if (!pool) return true
  const tellings = history.flatMap((release) => release.filter(({ position }) => position === pool.position))
  const left = (telling: ReleasedPool) =>
    telling.members.filter((member) => member.grantId !== grantId && !known.has(member.grantId))
  return tellings.every((telling, index) => {
    const others = left(telling)
    if (others.length < leastTogether) return others.length === 0
    const before = tellings.slice(0, index)
    const last = before.at(-1)
    if (!last) return true
    return amounts.every((amount) => {
      const changed = others.filter((member) => member[amount] !== amountOf(last, member.grantId, amount))
      return changed.length === 0 || changed.filter((member) => isNovel(member, amount, before)).length >= leastTogether
    })
  })
}

/** The pool as the next release tells it; undefined where too few are left in it to be told at all. */
function retold(
  pool: ReleasedPool,
  now: ReadonlyMap<string, PoolableGrant>,
  history: PoolHistory,
): ReleasedPool | undefined {
  const members = pool.members.flatMap((told) => {
    const grant = now.get(told.grantId)
    return grant && isHidden(grant) ? [{ told, grant }] : []
  })
  const counted = members.flatMap(({ grant }) => (grant.wasPublic ? [] : [grant]))
  if (counted.length < leastTogether) return undefined
  const before = history.flatMap((release) => release.filter(({ position }) => position === pool.position))
  const isAlive = counted.filter(({ awardedUsd }) => awardedUsd > 0).length >= leastTogether
  const isTold = (amount: (typeof amounts)[number]) =>
    isAlive && counted.filter((grant) => isNovel(grant, amount, before)).length >= leastTogether
  const [awards, payments] = amounts.map(isTold)
  const withheld = members.filter(({ grant }) => grant.visibility === 'withheld').length
  const isCurrent = withheld === 0 || withheld >= leastTogether
  return {
    ...pool,
    members: members.map(({ told, grant }) => ({
      grantId: told.grantId,
      visibility: isCurrent && grant.visibility !== 'public' ? grant.visibility : told.visibility,
      awardedUsd: awards ? grant.awardedUsd : told.awardedUsd,
      disbursedUsd: payments ? grant.disbursedUsd : told.disbursedUsd,
    })),
  }
}

function isHidden({ visibility }: Pick<PoolableGrant, 'visibility'>): boolean {
  return visibility !== 'public'
}

function isNovel(
  member: Pick<PoolMember, 'grantId' | (typeof amounts)[number]>,
  amount: (typeof amounts)[number],
  before: readonly ReleasedPool[],
): boolean {
  return before.every((telling) => amountOf(telling, member.grantId, amount) !== member[amount])
}

function amountOf(pool: ReleasedPool, grantId: string, amount: (typeof amounts)[number]): number | undefined {
  return pool.members.find((member) => member.grantId === grantId)?.[amount]
}

function membersOf(history: PoolHistory): PoolMember[] {
  return history.flat().flatMap(({ members }) => members)
}

/** In the order of the calls; what is left at the end joins the pool before it. */
function formedOf(
  untold: readonly PoolableGrant[],
  visibility: PoolMember['visibility'],
  calls: readonly string[],
): Omit<ReleasedPool, 'position'>[] {
  const groups: PoolableGrant[][] = []
  let group: PoolableGrant[] = []
  for (const callId of calls) {
    group = [...group, ...untold.filter((grant) => grant.callId === callId && grant.visibility === visibility)]
    if (group.filter(({ wasPublic }) => !wasPublic).length < leastTogether) continue
    groups.push(group)
    group = []
  }
  const rest = group
  return groups.map((formed, index) => {
    const all = index === groups.length - 1 ? [...formed, ...rest] : formed
    const spanned = calls.filter((callId) => all.some((grant) => grant.callId === callId))
    const [firstCallId = '', lastCallId = firstCallId] = [spanned[0], spanned.at(-1)]
    const members = all.map(({ grantId, awardedUsd, disbursedUsd }) => ({
      grantId,
      visibility,
      awardedUsd,
      disbursedUsd,
    }))
    return { firstCallId, lastCallId, members }
  })
}
