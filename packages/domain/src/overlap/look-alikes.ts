import { daysBetween } from '../calendar-date.ts'
import type { PlaceNode } from '../place-coarsening.ts'
import type { OverlapFacts } from './facts.ts'
import { partOfProgramme } from './parts-of-programmes.ts'
import { placesInCommon } from './places.ts'
import { greatestSimilarity } from './similar-words.ts'

/** Why two activities that look alike are lawfully two. */
export type LookAlike =
  | 'same_agency'
  | 'recorded_together'
  | 'cancelled'
  | 'over'
  | 'elsewhere'
  | 'apart_in_time'
  | 'other_part'

/** Two pieces of work this many days apart are two: phases follow each other, a duplicate runs beside. */
const daysApart = 45
const sameProgramme = 0.45

/**
 * What makes two activities lawfully two however alike they are: of one agency, recorded together already (each names
 * the other's agency as its partner), cancelled, both over, in other places (one award split over two countries),
 * months apart, or two phases or components of one programme. Null when nothing does.
 */
export function lookAlikeOf(a: OverlapFacts, b: OverlapFacts, tree: ReadonlyMap<string, PlaceNode>): LookAlike | null {
  if (a.leadAgencyId === b.leadAgencyId) return 'same_agency'
  if (a.partnerAgencyIds.includes(b.leadAgencyId) && b.partnerAgencyIds.includes(a.leadAgencyId))
    return 'recorded_together'
  if (a.status === 'cancelled' || b.status === 'cancelled') return 'cancelled'
  if (a.status === 'completed' && b.status === 'completed') return 'over'
  if (a.places.length > 0 && b.places.length > 0 && placesInCommon(a.places, b.places, tree) === null)
    return 'elsewhere'
  if (gapBetween(a, b) > daysApart) return 'apart_in_time'
  return areOtherParts(a, b) ? 'other_part' : null
}

/** Days between the end of the earlier and the start of the later; 0 when they meet or a date is not known. */
export function gapBetween(a: OverlapFacts, b: OverlapFacts): number {
  const gap = (first: OverlapFacts, then: OverlapFacts) =>
    first.endOn !== null && then.startOn !== null ? daysBetween(first.endOn, then.startOn) : 0
  return Math.max(0, gap(a, b), gap(b, a))
}

function areOtherParts(a: OverlapFacts, b: OverlapFacts): boolean {
  return a.titles.some((one) =>
    b.titles.some((other) => {
      const [mine, theirs] = [partOfProgramme(one), partOfProgramme(other)]
      if (!mine || !theirs || mine.part !== theirs.part || mine.number === theirs.number) return false
      return greatestSimilarity(a.titles, b.titles) >= sameProgramme || gapBetween(a, b) > 0
    }),
  )
}
