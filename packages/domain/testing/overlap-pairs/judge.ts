import { overlapOf } from '../../src/overlap.ts'
import type { PlaceNode } from '../../src/place-coarsening.ts'
import type { LabelledPair } from './pairs.ts'

/** How far the radar and a person agree on these pairs, and where they do not. */
export function judgePairs(pairs: readonly LabelledPair[], tree: ReadonlyMap<string, PlaceNode>) {
  const judged = pairs.map((pair) => ({ ...pair, ...overlapOf(pair.a, pair.b, tree), label: pair.isOverlap }))
  const found = judged.filter((pair) => pair.isOverlap)
  const right = found.filter((pair) => pair.label).length
  return {
    precision: right / found.length,
    recall: right / judged.filter((pair) => pair.label).length,
    mistakes: judged
      .filter((pair) => pair.label !== pair.isOverlap)
      .map(({ label, score, name }) => `${label ? 'missed' : 'wrong'} at ${score}: ${name}`),
  }
}
