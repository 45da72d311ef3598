import { z } from 'zod'
import { foldedWords } from './folded-words.ts'
import type { OverlapFacts } from './overlap/facts.ts'
import { gapBetween, type LookAlike, lookAlikeOf } from './overlap/look-alikes.ts'
import { type CommonPlace, placesInCommon } from './overlap/places.ts'
import { greatestSimilarity } from './overlap/similar-words.ts'
import type { PlaceNode } from './place-coarsening.ts'

/** The most that each fact adds to the score; together 100. All but the words are independent of the language. */
export const overlapWeights = {
  place: 24,
  kind: 16,
  form: 10,
  audience: 10,
  period: 8,
  pillar: 6,
  sdg: 6,
  words: 20,
} as const
export const overlapFactNames = ['place', 'kind', 'form', 'audience', 'period', 'pillar', 'sdg', 'words'] as const
export const overlapFact = z.enum(overlapFactNames)
export type OverlapFact = z.infer<typeof overlapFact>

/** From this score on a pair is shown as a possible overlap. */
export const overlapThreshold = 65

/** One thing that two activities share, with its points. `shared` holds the codes, or the days from and until. */
export interface OverlapReason {
  fact: OverlapFact
  points: number
  shared: string[]
}

export interface Overlap {
  /** The sum of the reasons' points, 0 to 100. */
  score: number
  reasons: OverlapReason[]
  /** Why the two are lawfully two, whatever the score. */
  lookAlike: LookAlike | null
  isOverlap: boolean
}

const likeFrom = 0.3
const alikeFrom = 0.75
// A form that nobody knows is shared by nobody.
const saysNothing = new Set<string>(['UNKNOWN', 'OTHER'])

/**
 * How far two activities of different agencies may be the same work: the sum of named reasons, each with its weight.
 * Symmetric; what is empty on either side adds nothing, so that two empty records never match. Source: domain model,
 * "Overlap" (A/RES/72/1, paragraph 13).
 */
export function overlapOf(a: OverlapFacts, b: OverlapFacts, tree: ReadonlyMap<string, PlaceNode>): Overlap {
  const reasons = [
    placeReason(placesInCommon(a.places, b.places, tree)),
    sharedReason('kind', a.kind === null ? [] : [a.kind], b.kind === null ? [] : [b.kind]),
    sharedReason('form', a.forms, b.forms),
    sharedReason('audience', a.audiences, b.audiences),
    periodReason(a, b),
    sharedReason('pillar', a.pillars, b.pillars),
    sharedReason('sdg', a.sdgTargets, b.sdgTargets),
    wordsReason(greatestSimilarity(a.titles, b.titles)),
  ].filter((reason) => reason.points > 0)
  const score = reasons.reduce((sum, { points }) => sum + points, 0)
  const lookAlike = lookAlikeOf(a, b, tree)
  return { score, reasons, lookAlike, isOverlap: lookAlike === null && score >= overlapThreshold }
}

/** The facts that a verdict rests on: for each reason what both sides said, in a form that compares. */
export function factsBehind(a: OverlapFacts, b: OverlapFacts, reasons: readonly OverlapReason[]): VerdictFacts {
  return Object.fromEntries(reasons.map(({ fact }) => [fact, `${stated(a, fact)} | ${stated(b, fact)}`]))
}
export const verdictFacts = z.partialRecord(overlapFact, z.string())
export type VerdictFacts = z.infer<typeof verdictFacts>

/** Which of the facts that a verdict rested on are no longer what they were; `a` and `b` in the same order as then. */
export function changedSince(facts: VerdictFacts, a: OverlapFacts, b: OverlapFacts): OverlapFact[] {
  return overlapFactNames.filter(
    (fact) => facts[fact] !== undefined && facts[fact] !== `${stated(a, fact)} | ${stated(b, fact)}`,
  )
}

function placeReason(common: CommonPlace | null): OverlapReason {
  return { fact: 'place', points: common ? placePoints(common) : 0, shared: common?.codes ?? [] }
}

// A country says more than the region around it, and more still than a region that contains the other's country.
function placePoints({ level, isSame }: CommonPlace): number {
  if (level === 'country') return overlapWeights.place
  if (level === 'subregion' || level === 'intermediate') return isSame ? 18 : 10
  if (level === 'region') return isSame ? 14 : 5
  return isSame ? 14 : 0
}

function sharedReason(fact: OverlapFact, ones: readonly string[], others: readonly string[]): OverlapReason {
  const shared = ones.filter((code) => others.includes(code) && !saysNothing.has(code))
  const share = shared.length === 0 ? 0 : (2 * shared.length) / (ones.length + others.length)
  return { fact, points: Math.round(overlapWeights[fact] * share), shared }
}

function periodReason(a: OverlapFacts, b: OverlapFacts): OverlapReason {
  const [from] = [a.startOn, b.startOn]
    .filter((day) => day !== null)
    .toSorted()
    .slice(-1)
  if (a.startOn === null || b.startOn === null || from === undefined || gapBetween(a, b) > 0)
    return { fact: 'period', points: 0, shared: [] }
  const [until] = [a.endOn, b.endOn].filter((day) => day !== null).toSorted()
  return { fact: 'period', points: overlapWeights.period, shared: until === undefined ? [from] : [from, until] }
}

function wordsReason(similar: number): OverlapReason {
  const share = Math.min(1, Math.max(0, (similar - likeFrom) / (alikeFrom - likeFrom)))
  return { fact: 'words', points: Math.round(overlapWeights.words * share), shared: [] }
}

function stated(facts: OverlapFacts, fact: OverlapFact): string {
  switch (fact) {
    case 'place':
      return facts.places.toSorted().join(' ')
    case 'kind':
      return facts.kind ?? ''
    case 'form':
      return facts.forms.toSorted().join(' ')
    case 'audience':
      return facts.audiences.toSorted().join(' ')
    case 'period':
      return `${facts.startOn ?? ''} ${facts.endOn ?? ''}`
    case 'pillar':
      return facts.pillars.toSorted().join(' ')
    case 'sdg':
      return facts.sdgTargets.toSorted().join(' ')
    case 'words':
      return facts.titles
        .map((title) => foldedWords(title).join(' '))
        .toSorted()
        .join(' / ')
  }
}
