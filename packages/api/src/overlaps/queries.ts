import { getActivity } from '@concert/db/activities'
import { findSummaries } from '@concert/db/activities-list'
import { findJoinsOf, type StoredJoin } from '@concert/db/activity-joins'
import { findAgencies } from '@concert/db/agencies'
import type { Trx } from '@concert/db/client'
import { findOverlapCandidates } from '@concert/db/overlap-candidates'
import {
  countOpenOverlaps,
  findOverlapPage,
  findOverlapVerdicts,
  findPairsOf,
  type PairKey,
  pairOf,
  type StoredPair,
  withActivities,
} from '@concert/db/overlaps'
import { findPlaceTree } from '@concert/db/places'
import type { ActivityJoin } from '@concert/domain/activity-join'
import type { OneActivity } from '@concert/domain/activity-writes'
import type { Actor } from '@concert/domain/actor'
import { DomainError } from '@concert/domain/errors'
import { overlapOf } from '@concert/domain/overlap'
import {
  type OverlapFilter,
  type OverlapPairView,
  type OverlapQuestion,
  overlapsPerPage,
  type RadarHit,
} from '@concert/domain/overlap-verdict'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'

const mostShown = 6

/** Other agencies' activities that may be the same work as what is being typed, the highest score first. */
export function askRadar(ctx: Context, { reference, facts }: OverlapQuestion): Promise<RadarHit[]> {
  return inTransaction(ctx, async (trx) => {
    const saved = reference === null ? undefined : await getActivity(trx, reference)
    const leadAgencyId = saved?.leadAgencyId ?? (ctx.actor.kind === 'person' ? ctx.actor.agencyId : null)
    if (leadAgencyId === null) return []
    const tree = await findPlaceTree(trx)
    const asked = { ...facts, leadAgencyId }
    const found = (await findOverlapCandidates(trx, asked, tree, saved?.id ?? null))
      .map(({ id, facts: other }) => ({ id, ...overlapOf(asked, other, tree) }))
      .filter(({ isOverlap }) => isOverlap)
      .toSorted((a, b) => b.score - a.score)
      .slice(0, mostShown)
    const summaries = await findSummaries(
      trx,
      found.map(({ id }) => id),
      'group',
    )
    const stored = saved ? await findPairsOf(trx, saved.id) : []
    const verdicts = await findOverlapVerdicts(trx, stored)
    return found.flatMap(({ id, score, reasons }, index) => {
      const activity = summaries[index]
      if (!activity) return []
      const key = saved && pairOf(saved.id, id)
      const pair = key && stored.find(isOf(key))
      const verdict = (key && verdicts.find(isOf(key))) ?? null
      return [{ activity, score, reasons, pair: pair ? { state: pair.state, verdict } : null }]
    })
  })
}

/** The pairs of the log that a filter leaves, and how many of the agency of the one who asks wait for it. */
export function listOverlaps(ctx: Context, filter: OverlapFilter) {
  return inTransaction(ctx, async (trx) => {
    const wanted = filter.agency ?? []
    const agencies = wanted.length === 0 ? [] : await findAgencies(trx)
    const agencyIds = wanted.map((slug) => {
      const agency = agencies.find((one) => one.slug === slug)
      if (!agency) throw new DomainError('overlaps.agency_unknown', {}, 'agency')
      return agency.id
    })
    const { rows, total } = await findOverlapPage(trx, filter, agencyIds)
    return { rows: await toViews(trx, ctx.actor, rows), total, page: filter.page ?? 1, pageSize: overlapsPerPage }
  })
}

/** The pairs in which one activity takes part, open ones first. */
export function listOverlapsOf(ctx: Context, { reference }: OneActivity): Promise<OverlapPairView[]> {
  return inTransaction(ctx, async (trx) => {
    const { id } = await getActivity(trx, reference)
    const views = await toViews(trx, ctx.actor, await findPairsOf(trx, id))
    return views.toSorted((a, b) => Number(a.state === 'settled') - Number(b.state === 'settled'))
  })
}

/** How many pairs wait for the agency of the one who asks, and the first of them. */
export function readInboxOverlaps(ctx: Context): Promise<{ total: number; rows: OverlapPairView[] }> {
  return inTransaction(ctx, async (trx) => {
    const agencyId = ctx.actor.kind === 'person' ? ctx.actor.agencyId : null
    if (agencyId === null) return { total: 0, rows: [] }
    const { rows } = await findOverlapPage(trx, { state: 'open' }, [agencyId])
    return { total: await countOpenOverlaps(trx, agencyId), rows: await toViews(trx, ctx.actor, rows.slice(0, 5)) }
  })
}

/** Stored pairs as the one who asks sees them. */
export async function toViews(trx: Trx, actor: Actor, pairs: readonly StoredPair[]): Promise<OverlapPairView[]> {
  const verdicts = await findOverlapVerdicts(trx, pairs)
  const joins = await findJoinsOf(
    trx,
    pairs.map(({ aId }) => aId),
  )
  return (await withActivities(trx, pairs)).map((pair) => ({
    activities: pair.activities,
    score: pair.score,
    reasons: pair.reasons,
    state: pair.state,
    changed: pair.changed,
    foundAt: pair.foundAt,
    verdicts: verdicts
      .filter(isOf(pair))
      .map(({ kind, note, at, byName, byAgency, mailboxes }) => ({ kind, note, at, byName, byAgency, mailboxes })),
    maySettle: maySettle(actor, pair.agencyIds),
    join: joinShownOf(pair, joins),
  }))
}

function joinShownOf(key: PairKey, joins: readonly StoredJoin[]): ActivityJoin | null {
  const join = joins.find(
    (one) => isOf(key)(pairOf(one.keptId, one.joinedId)) && (one.state === 'proposed' || one.state === 'joined'),
  )
  return join ? withoutKeys(join) : null
}

export function withoutKeys({ keptId: _, joinedId: __, byId: ___, ...join }: StoredJoin): ActivityJoin {
  return join
}

/** A focal point settles what its agency takes part in, a coordinator every pair. */
export function maySettle(actor: Actor, agencyIds: readonly string[]): boolean {
  if (actor.kind === 'system') return true
  if (actor.kind === 'anonymous') return false
  if (actor.roles.includes('coordinator')) return true
  return actor.roles.includes('focal_point') && actor.agencyId !== null && agencyIds.includes(actor.agencyId)
}

const isOf = (key: PairKey) => (one: PairKey) => one.aId === key.aId && one.bId === key.bId
