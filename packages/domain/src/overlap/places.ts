import type { PlaceLevel } from '../codelists.ts'
import type { PlaceNode } from '../place-coarsening.ts'

export interface CommonPlace {
  /** The narrower one where one place contains the other. */
  codes: string[]
  /** Of the wider one. */
  level: PlaceLevel
  /** Whether both name it, or one names what contains the other's. */
  isSame: boolean
}

const narrowness: Record<PlaceLevel, number> = { country: 4, intermediate: 3, subregion: 3, region: 2, world: 1 }

/** What two lists of places have most closely in common; null when nothing, or when either list is empty. */
export function placesInCommon(
  ones: readonly string[],
  others: readonly string[],
  tree: ReadonlyMap<string, PlaceNode>,
): CommonPlace | null {
  const found = ones.flatMap((one) => others.flatMap((other) => inCommon(one, other, tree) ?? []))
  const best = found.toSorted((a, b) => rankOf(b) - rankOf(a))[0]
  if (best === undefined) return null
  const equals = found.filter((one) => rankOf(one) === rankOf(best))
  return { ...best, codes: [...new Set(equals.flatMap(({ codes }) => codes))] }
}

const rankOf = ({ level, isSame }: CommonPlace) => narrowness[level] * 2 + (isSame ? 1 : 0)

function inCommon(one: string, other: string, tree: ReadonlyMap<string, PlaceNode>): CommonPlace | null {
  if (one === other) return { codes: [one], level: tree.get(one)?.level ?? 'country', isSame: true }
  if (containersOf(other, tree).includes(one))
    return { codes: [other], level: tree.get(one)?.level ?? 'world', isSame: false }
  if (containersOf(one, tree).includes(other))
    return { codes: [one], level: tree.get(other)?.level ?? 'world', isSame: false }
  return null
}

/** The places that contain a place, the nearest first. */
export function containersOf(code: string, tree: ReadonlyMap<string, PlaceNode>): string[] {
  const found: string[] = []
  let parent = tree.get(code)?.parentCode ?? null
  while (parent !== null && !found.includes(parent)) {
    found.push(parent)
    parent = tree.get(parent)?.parentCode ?? null
  }
  return found
}
