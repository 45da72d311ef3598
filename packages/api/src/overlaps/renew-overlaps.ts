import type { Trx } from '@concert/db/client'
import { type Candidate, findOverlapCandidates, findOverlapFacts } from '@concert/db/overlap-candidates'
import {
  deleteOverlapPair,
  findOverlapVerdicts,
  findPairsOf,
  type PairKey,
  pairOf,
  type StoredPair,
  type StoredVerdict,
  upsertOverlapPair,
} from '@concert/db/overlaps'
import { findPlaceTree } from '@concert/db/places'
import type { Activity } from '@concert/domain/activity'
import { changedSince, overlapOf } from '@concert/domain/overlap'
import { factsOf } from '@concert/domain/overlap/facts'
import type { PlaceNode } from '@concert/domain/place-coarsening'

type Tree = ReadonlyMap<string, PlaceNode>

/**
 * Brings the pairs of an activity into line with what it now says, in the transaction that changed it, so that no list
 * ever shows a pair that is none. Drafts, and what is in no figure, have no pairs. A settled pair opens again when a
 * fact changed on which its verdict rested.
 */
export async function renewOverlaps(trx: Trx, activity: Activity): Promise<void> {
  if (activity.visibility === 'draft') return
  const isLive = activity.relevance === 'own' || activity.relevance === 'relevant'
  await renewPairsOf(trx, { id: activity.id, facts: factsOf(activity), isLive }, await findPlaceTree(trx))
}

/** The same for a record of which only the facts are read. */
export async function renewPairsOf(trx: Trx, self: Candidate, tree: Tree): Promise<void> {
  const known = await findPairsOf(trx, self.id)
  const verdicts = await findOverlapVerdicts(trx, known)
  const candidates = self.isLive ? await findOverlapCandidates(trx, self.facts, tree, self.id) : []
  const met = new Set(candidates.map(({ id }) => id))
  const others = known.map(({ aId, bId }) => (aId === self.id ? bId : aId)).filter((id) => !met.has(id))
  for (const other of [...candidates, ...(await findOverlapFacts(trx, others))]) {
    const key = pairOf(self.id, other.id)
    await renewPair(
      trx,
      { key, sides: sidesOf(key, self, other), tree },
      known.find(isOf(key)),
      verdicts.filter(isOf(key)),
    )
  }
}

interface Renewal {
  key: PairKey
  sides: [Candidate, Candidate]
  tree: Tree
}

/**
 * Writes, keeps or removes one pair. While two that were joined are live, they have been separated: that verdict quiets
 * nothing, and the one before it holds again.
 */
async function renewPair(
  trx: Trx,
  { key, sides: [a, b], tree }: Renewal,
  before: StoredPair | undefined,
  verdicts: readonly StoredVerdict[],
): Promise<void> {
  const { isOverlap, score, reasons } = overlapOf(a.facts, b.facts, tree)
  const holds = isOverlap && a.isLive && b.isLive
  const verdict = verdicts.find(({ kind }) => kind !== 'join')
  if (!holds && verdicts.length === 0) {
    if (before) await deleteOverlapPair(trx, key)
    return
  }
  const changed = holds && verdict ? changedSince(verdict.facts, a.facts, b.facts) : []
  await upsertOverlapPair(trx, {
    ...key,
    score,
    reasons,
    agencyIds: agenciesOf([a, b]),
    placeCodes: [...new Set(reasons.flatMap(({ fact, shared }) => (fact === 'place' ? shared : [])))],
    state: holds && (!verdict || changed.length > 0) ? 'open' : 'settled',
    changed,
  })
}

const isOf = (key: PairKey) => (one: PairKey) => one.aId === key.aId && one.bId === key.bId

function sidesOf(key: PairKey, self: Candidate, other: Candidate): [Candidate, Candidate] {
  return key.aId === self.id ? [self, other] : [other, self]
}

function agenciesOf(sides: readonly Candidate[]): string[] {
  return [...new Set(sides.flatMap(({ facts }) => [facts.leadAgencyId, ...facts.partnerAgencyIds]))]
}
